package dev.bellwether.engine.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Scala script that hands its arguments to the main method of a Java class, and does no more:
/// there is no Scala compiler here.
final class GlueScript {
    private static final Pattern CALL = Pattern.compile("([\\w.]+)\\.main\\(args\\)");

    private GlueScript() {}

    /// The class whose main method the script calls.
    ///
    /// @throws IllegalArgumentException if it calls none, or more than one
    static String mainClass(Path script) throws IOException {
        Matcher calls = CALL.matcher(Files.readString(script));
        List<String> classes = calls.results().map((MatchResult call) -> call.group(1)).toList();
        if (classes.size() != 1) {
            throw new IllegalArgumentException(
                    "%s should call one <class>.main(args), as nothing else of Scala is run here"
                            .formatted(script));
        }
        return classes.getFirst();
    }
}

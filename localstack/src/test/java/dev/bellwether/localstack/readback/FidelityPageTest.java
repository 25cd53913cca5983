package dev.bellwether.localstack.readback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.local.template.LeftOut;
import dev.bellwether.local.template.Template;
import dev.bellwether.localstack.Deployment;
import dev.bellwether.localstack.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of fidelity and the lists that it is made of, without LocalStack: a property without a
/// row, a row without a property, a test that is gone.
final class FidelityPageTest {
    private static final Pattern SECTION = Pattern.compile("^## (AWS::\\S+)$");
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|.*");

    @TempDir private static Path folder;
    private static SortedSet<Property> declared = new TreeSet<>();
    private static Holds holds = new Holds(List.of(), Map.of());

    @BeforeAll
    static void synthesize() {
        Path assembly =
                SynthesizedApp.in(
                        folder.resolve("cdk.out"),
                        Suite.home(),
                        Suite.java(),
                        Suite.context("http://127.0.0.1:1", "http://127.0.0.1:1"));
        declared = Property.declaredBy(new Deployment(assembly, List.of()));
        holds = Holds.read(Suite.home(), leftOut(assembly));
    }

    static Map<String, String> leftOut(Path assembly) {
        return Template.read(assembly).leftOut().stream()
                .collect(Collectors.toMap(LeftOut::type, LeftOut::reason, (first, _) -> first));
    }

    @Test
    void thePageHasARowForEveryPropertyAndNoneForOneThatIsGone() throws IOException {
        SortedSet<Property> rows = new TreeSet<>();
        String type = "";
        for (String line : Files.readAllLines(FidelityPage.file(Suite.home()))) {
            var section = SECTION.matcher(line);
            var row = ROW.matcher(line);
            if (section.matches()) {
                type = section.group(1);
            } else if (row.matches()) {
                rows.add(new Property(type, row.group(1)));
            }
        }

        assertThat(rows)
                .as(
                        "rows of docs/reference/fidelity.md; ./bellwether test --localstack --update writes it")
                .isEqualTo(declared);
    }

    @Test
    void thePageSaysWhatTheListsSay() throws IOException {
        Path file = FidelityPage.file(Suite.home());
        String page =
                new FidelityPage(
                                holds,
                                property -> NotCarried.find(property).map(NotCarried.Entry::why))
                        .of(declared);
        if (Boolean.getBoolean("bellwether.update")) {
            Files.writeString(file, page);
        }

        assertThat(file).as("run with -Dbellwether.update=true to write it").hasContent(page);
    }

    @Test
    void whatLocalStackDoesNotCarryIsDeclaredAndHeldByTheStaticCheckNamed() {
        for (NotCarried.Entry entry : NotCarried.entries()) {
            List<Property> covered = declared.stream().filter(entry::covers).toList();

            assertThat(covered).as("properties of " + entry).isNotEmpty();
            assertThat(covered)
                    .allSatisfy(property ->
                            assertThat(holds.staticChecks(property))
                                    .as("static checks of " + property)
                                    .isNotEmpty()
                                    .allMatch(check ->
                                            entry.staticChecks().stream()
                                                    .anyMatch(check::startsWith)));
        }
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        List<String> named =
                Stream.of(
                                NotCarried.entries().stream()
                                        .map(NotCarried.Entry::staticChecks)
                                        .flatMap(Collection::stream),
                                holds.lines().stream()
                                        .map(Holds.Line::staticChecks)
                                        .flatMap(Collection::stream),
                                declared.stream()
                                        .map(holds::localAwsTest)
                                        .flatMap(Optional::stream))
                        .flatMap(names -> names)
                        .distinct()
                        .toList();
        List<Path> sources = testSources();

        assertThat(named).hasSizeGreaterThan(50).allMatch(test -> isThere(test, sources));
    }

    private static boolean isThere(String test, List<Path> sources) {
        String[] names = test.split("#");
        Path file = Path.of("src/test/java", names[0].replace('.', '/') + ".java");
        return sources.stream()
                .filter(source -> source.endsWith(file))
                .anyMatch(source -> names.length == 1 || declares(source, names[1]));
    }

    private static boolean declares(Path source, String method) {
        try {
            return Pattern.compile("@(Test|ParameterizedTest)\\b[^}]*?\\bvoid " + method + "\\(")
                    .matcher(Files.readString(source))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + source + " failed", e);
        }
    }

    private static List<Path> testSources() throws IOException {
        try (Stream<Path> files =
                Files.find(
                        Suite.home(),
                        14,
                        (file, _) ->
                                file.toString().endsWith("Test.java")
                                        && !file.toString().contains("node_modules"))) {
            return files.toList();
        }
    }
}

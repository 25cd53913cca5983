package dev.bellwether.faults.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of an expression, read from front to back.
final class Tokens {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(<>|<=|>=|[=<>(),+-]|[#:]?[A-Za-z_][A-Za-z0-9_]*)\\s*");

    private final String expression;
    private final List<String> words = new ArrayList<>();
    private int next;

    /// @throws UnsupportedOperationException for a word of another form
    Tokens(String expression) {
        this.expression = expression;
        Matcher matcher = TOKEN.matcher(expression);
        int at = 0;
        while (at < expression.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw unsupported("'" + expression.substring(at) + "'");
            }
            words.add(matcher.group(1));
            at = matcher.end();
        }
    }

    boolean atEnd() {
        return next == words.size();
    }

    boolean isNext(String word) {
        return !atEnd() && words.get(next).equalsIgnoreCase(word);
    }

    /// Goes past the word if it is the next one.
    boolean take(String word) {
        if (!isNext(word)) {
            return false;
        }
        next++;
        return true;
    }

    void expect(String word) {
        if (!take(word)) {
            throw unsupported("%s instead of %s".formatted(atEnd() ? "the end" : peek(), word));
        }
    }

    String next() {
        if (atEnd()) {
            throw unsupported("an end");
        }
        return words.get(next++);
    }

    private String peek() {
        return words.get(next);
    }

    /// Placeholders of names and values.
    Set<String> placeholders() {
        Set<String> found = new TreeSet<>();
        for (String word : words) {
            if (word.startsWith("#") || word.startsWith(":")) {
                found.add(word);
            }
        }
        return found;
    }

    UnsupportedOperationException unsupported(String what) {
        return new UnsupportedOperationException(
                "%s in the expression \"%s\" is not simulated".formatted(what, expression));
    }
}

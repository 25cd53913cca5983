package dev.bellwether.local.endpoint.athena;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Athena's `StatementType`, with the form of the object that holds the result.
///
/// See <https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html>.
enum StatementForm {
    /// A result with a line of names before its rows.
    DML(".csv"),
    /// What describes rather than selects: rows alone.
    UTILITY(".txt");

    /// Blanks and comments before the first word.
    private static final Pattern BEFORE_FIRST_WORD =
            Pattern.compile("\\A(?:\\s+|--[^\\n]*(?:\\n|\\z)|/\\*(?s:.*?)\\*/)*");

    private static final Set<String> DESCRIBING = Set.of("SHOW", "DESCRIBE", "DESC", "EXPLAIN");

    private final String suffix;

    StatementForm(String suffix) {
        this.suffix = suffix;
    }

    /// End of the object's key.
    String suffix() {
        return suffix;
    }

    static StatementForm of(String sql) {
        String statement = BEFORE_FIRST_WORD.matcher(sql).replaceFirst("");
        String first = statement.split("[\\s(]", 2)[0];
        return DESCRIBING.contains(first.toUpperCase(Locale.ROOT)) ? UTILITY : DML;
    }
}

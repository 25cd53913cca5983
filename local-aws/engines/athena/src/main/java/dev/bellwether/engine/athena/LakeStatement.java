package dev.bellwether.engine.athena;

import io.trino.grammar.sql.SqlBaseLexer;
import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.Explain;
import io.trino.sql.tree.ExplainAnalyze;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.ShowCatalogs;
import io.trino.sql.tree.ShowColumns;
import io.trino.sql.tree.ShowCreate;
import io.trino.sql.tree.ShowFunctions;
import io.trino.sql.tree.ShowSchemas;
import io.trino.sql.tree.ShowSession;
import io.trino.sql.tree.ShowStats;
import io.trino.sql.tree.ShowTables;
import io.trino.sql.tree.Statement;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/// SQL that only reads. Athena's console runs `INSERT` and `DROP` as well; the local lake belongs
/// to the functions that write it, so a query may not change it.
///
/// @param sql one statement, without the semicolon at its end
record LakeStatement(String sql) {
    private static final SqlParser PARSER = new SqlParser();

    /// @throws QueryRefusedException if it does not parse, or is a statement that does not read
    static LakeStatement parse(String text) {
        String sql = withoutClosingSemicolon(text);
        Statement statement;
        try {
            statement = PARSER.createStatement(sql);
        } catch (ParsingException e) {
            throw new QueryRefusedException(
                    new QueryFailure(
                            "SYNTAX_ERROR",
                            e.getLineNumber(),
                            e.getColumnNumber(),
                            // As the message of any later failure is written.
                            "line %d:%d: %s"
                                    .formatted(
                                            e.getLineNumber(),
                                            e.getColumnNumber(),
                                            e.getErrorMessage())));
        }
        if (!reads(statement)) {
            throw new QueryRefusedException(
                    new QueryFailure(
                            "NOT_SUPPORTED",
                            null,
                            null,
                            "%s was not run: the local lake is read-only to queries. Use SELECT, EXPLAIN, SHOW or DESCRIBE."
                                    .formatted(name(statement))));
        }
        return new LakeStatement(sql);
    }

    private static boolean reads(Statement statement) {
        return switch (statement) {
            case Query _,
                    ShowCatalogs _,
                    ShowColumns _,
                    ShowCreate _,
                    ShowFunctions _,
                    ShowSchemas _,
                    ShowSession _,
                    ShowStats _,
                    ShowTables _ ->
                    true;
            case Explain explain -> reads(explain.getStatement());
            case ExplainAnalyze explain -> reads(explain.getStatement());
            default -> false;
        };
    }

    /// `CreateTableAsSelect` is told as `CREATE TABLE AS SELECT`.
    private static String name(Statement statement) {
        return statement
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toUpperCase(Locale.ROOT);
    }

    private static String withoutClosingSemicolon(String text) {
        var lexer = new SqlBaseLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        List<? extends Token> tokens =
                lexer.getAllTokens().stream()
                        .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                        .toList();
        if (tokens.isEmpty() || !tokens.getLast().getText().equals(";")) {
            return text;
        }
        // Places count code points, as ANTLR does.
        return text.substring(0, text.offsetByCodePoints(0, tokens.getLast().getStartIndex()));
    }
}

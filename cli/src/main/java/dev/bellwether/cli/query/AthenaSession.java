package dev.bellwether.cli.query;

import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.output.ResultTable;
import dev.bellwether.local.athena.AthenaSettings;
import dev.bellwether.local.athena.LakeCatalog;
import dev.bellwether.local.athena.LocalAthena;
import dev.bellwether.local.athena.QueryResult;
import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.template.Template;
import java.nio.file.Path;

/// Athena's stand-in over one state folder, under a supervisor of its own, so that it works whether
/// a demo runs or not.
public final class AthenaSession implements AutoCloseable {
    private final Supervisor supervisor;
    private final LocalAthena athena;

    private AthenaSession(Supervisor supervisor, LocalAthena athena) {
        this.supervisor = supervisor;
        this.athena = athena;
    }

    /// Starts the engine over the lake of the state folder, with the tables that the assembly
    /// declares.
    public static AthenaSession start(Home home, StateFolder state, Path assembly) {
        LakeCatalog catalog = LakeCatalog.of(Template.read(assembly));
        Supervisor supervisor =
                Supervisor.start(home.java(), state.logs().resolve("query-supervisor.log"));
        try {
            return new AthenaSession(
                    supervisor,
                    LocalAthena.start(
                            supervisor,
                            new AthenaSettings(
                                    home.java(),
                                    home.classPath("local-aws/engines/athena", "engine.classpath"),
                                    state.buckets(),
                                    state.path().resolve("athena"),
                                    state.logs().resolve("athena.log")),
                            catalog));
        } catch (RuntimeException e) {
            supervisor.close();
            throw e;
        }
    }

    /// Runs a statement that reads.
    public QueryResult query(String sql) {
        return athena.query(sql);
    }

    /// A result as it is printed.
    public static ResultTable table(QueryResult result) {
        return new ResultTable(result.columnNames(), result.rows());
    }

    @Override
    public void close() {
        try {
            athena.close();
        } finally {
            supervisor.close();
        }
    }
}

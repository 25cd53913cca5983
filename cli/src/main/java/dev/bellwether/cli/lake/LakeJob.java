package dev.bellwether.cli.lake;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.local.LocalJobs;
import dev.bellwether.local.glue.GlueListener;
import dev.bellwether.local.glue.GlueSettings;
import dev.bellwether.local.glue.JobRun;
import dev.bellwether.local.template.GlueJob;
import dev.bellwether.local.template.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The job that makes the curated tables, run by hand over a stopped run's state folder.
public final class LakeJob {
    private static final String LOGICAL_ID = "LakeEtl";

    private final Home home;
    private final StateFolder state;
    private final Progress progress;

    /// @param progress shown what the job says
    public LakeJob(Home home, StateFolder state, Progress progress) {
        this.home = home;
        this.state = state;
        this.progress = progress;
    }

    /// Runs it to its end.
    ///
    /// @param first done before, when nobody else has the state folder
    /// @return what it wrote, a table each, by name
    /// @throws FailedException if the job failed
    public List<TableReport> run(Runnable first) {
        List<TableReport> tables = new ArrayList<>();
        JobRun run =
                LocalJobs.run(
                        new GlueSettings(home.root(), home.java(), state.path()),
                        job(),
                        Map.of(),
                        first,
                        new GlueListener() {
                            @Override
                            public void changed(JobRun changed) {
                                if (changed.isRunning()) {
                                    progress.moving("rebuild", "Spark starts");
                                }
                            }

                            @Override
                            public void printed(String name, String line) {
                                TableReport.find(line).ifPresent(tables::add);
                                show(line);
                            }
                        });
        if (!run.isSucceeded()) {
            throw new FailedException(
                    "The curated tables were not made: the job's run is %s: %s"
                            .formatted(run.state(), run.message()));
        }
        return tables.stream().sorted(Comparator.comparing(TableReport::table)).toList();
    }

    private void show(String line) {
        if (line.startsWith("left out: ")) {
            progress.warning(line);
        } else if (line.startsWith("raw objects ") || line.startsWith("curated")) {
            progress.done("rebuild", line);
        } else if (line.startsWith("table ")) {
            progress.moving("rebuild", line);
        }
    }

    private GlueJob job() {
        return Template.read(state.lastAssembly()).glueJobs().stream()
                .filter(job -> job.logicalId().startsWith(LOGICAL_ID))
                .findFirst()
                .orElseThrow(() ->
                        new FailedException(
                                "The last run under %s knew no job that makes curated tables. Run ./bellwether demo --once again."
                                        .formatted(state.path())));
    }
}

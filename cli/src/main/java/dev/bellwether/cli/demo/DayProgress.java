package dev.bellwether.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.cli.lake.TableReport;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.local.RunEvent;
import dev.bellwether.local.RunListener;
import dev.bellwether.local.glue.JobRun;
import dev.bellwether.local.mapping.MappingEvent;
import dev.bellwether.local.training.TrainingJob;
import dev.bellwether.market.TradingCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Follows a run's events: shows them as progress and keeps what the summary needs. Told by several
/// threads.
final class DayProgress implements RunListener {
    private static final JsonMapper JSON = new JsonMapper();

    private final Progress progress;
    private final List<IngestReport> reports = new ArrayList<>();
    private final Set<String> warned = new HashSet<>();
    private final List<String> failures = new ArrayList<>();
    private long polls;
    private long delivered;
    private long curatedRows;

    DayProgress(Progress progress) {
        this.progress = progress;
    }

    @Override
    public synchronized void accept(RunEvent event) {
        switch (event) {
            case RunEvent.FunctionAnswered answered -> functionAnswered(answered);
            case RunEvent.FunctionFailed failed ->
                    fail(
                            "%s failed at %s: %s"
                                    .formatted(
                                            failed.function(),
                                            failed.scheduledTime(),
                                            failed.last().summary()));
            case RunEvent.MessageSent _ -> polls++;
            case RunEvent.Mapped(MappingEvent mapped) -> mapped(mapped);
            case RunEvent.Drained drained ->
                    drained.blocked()
                            .forEach(mapping ->
                                    fail(
                                            "records of "
                                                    + mapping
                                                    + " wait: its function keeps failing"));
            case RunEvent.Told told ->
                    progress.warning("%s is told: %s".formatted(told.topic(), told.message()));
            case RunEvent.Job(JobRun run) -> job(run);
            case RunEvent.JobPrinted(_, String line) -> jobPrinted(line);
            case RunEvent.Training(var job) ->
                    progress.done("training", "%s: %s".formatted(job.name(), job.status()));
        }
    }

    /// The ingest function's answer to a direct call.
    synchronized void answered(String step, IngestReport report) {
        reports.add(report);
        progress.done(step, report.summary());
        report.warnings().forEach(this::warnOnce);
    }

    /// The quote function's answer.
    synchronized void polled(String answer) {
        polls++;
        for (JsonNode skipped : parse(answer).path("skipped")) {
            String symbol = skipped.path("symbol").asText();
            // Reasons may name the time of the poll; a symbol is warned about once.
            if (warned.add("quote " + symbol)) {
                progress.warning(
                        "no quote of %s: %s".formatted(symbol, skipped.path("reason").asText()));
            }
        }
    }

    /// The train trigger's answer.
    ///
    /// @param why it was asked
    private void trained(String answer, String why) {
        JsonNode node = parse(answer);
        String job = node.path("job").isTextual() ? " " + node.path("job").asText() : "";
        progress.done("training", node.path("outcome").asText() + job + " " + why);
    }

    private static boolean isAlreadyStarted(String answer) {
        return parse(answer).path("outcome").asText().equals("already-started");
    }

    /// The training function's answer.
    private void functionTrained(String answer) {
        JsonNode node = parse(answer);
        progress.done(
                "training",
                node.path("TrainingJobName").asText()
                        + ": "
                        + node.path("TrainingJobStatus").asText());
    }

    /// The training jobs of the state folder when none is in progress any more. One that failed is
    /// made up for by a later one of its day.
    synchronized void trainingEnded(List<TrainingJob> jobs) {
        Set<String> trained =
                jobs.stream()
                        .filter(DayProgress::isCompleted)
                        .map(DayProgress::day)
                        .collect(Collectors.toSet());
        jobs.stream()
                .filter(job -> !isCompleted(job) && !trained.contains(day(job)))
                .forEach(job ->
                        fail(
                                "training job %s is %s: %s"
                                        .formatted(
                                                job.name(),
                                                job.status(),
                                                job.failureReason()
                                                        .orElse("its process ended; run again"))));
    }

    private static boolean isCompleted(TrainingJob job) {
        return job.status().equals("Completed");
    }

    private static String day(TrainingJob job) {
        return job.request().path("HyperParameters").path("run_day").asText();
    }

    /// Calls of functions that nothing served.
    synchronized void refused(List<String> calls) {
        calls.forEach(call -> fail("nothing here serves the call " + call));
    }

    /// Something went wrong that must show in the exit status.
    synchronized void fail(String what) {
        failures.add(what);
        progress.warning(what);
    }

    /// What the ingest function answered, in order.
    synchronized List<IngestReport> reports() {
        return List.copyOf(reports);
    }

    /// What went wrong.
    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    private void warnOnce(String warning) {
        if (warned.add(warning)) {
            progress.warning(warning);
        }
    }

    private void job(JobRun run) {
        if (run.isRunning()) {
            curatedRows = 0;
            progress.moving("curation", "Spark starts");
        } else if (run.isSucceeded()) {
            progress.done(
                    "curation",
                    "%,d rows of curated tables in %.1f s"
                            .formatted(curatedRows, run.took().toMillis() / 1000.0));
        } else if (run.isRetried()) {
            progress.warning("job %s is tried again: %s".formatted(run.job(), run.message()));
        } else {
            fail("job %s is %s: %s".formatted(run.job(), run.state(), run.message()));
        }
    }

    private void jobPrinted(String line) {
        if (line.startsWith("left out: ")) {
            warnOnce(line);
        }
        TableReport.find(line).ifPresent(table -> curatedRows += table.rows());
    }

    private void functionAnswered(RunEvent.FunctionAnswered answered) {
        switch (answered.startedBy()) {
            case "quotes" -> {
                polled(answered.answer());
                progress.moving(
                        "session",
                        "%s, %,d polls, %,d records delivered"
                                .formatted(clock(answered.scheduledTime()), polls, delivered));
            }
            case "daily-bars" -> {
                progress.done(
                        "session", "%,d polls, %,d records delivered".formatted(polls, delivered));
                answered(
                        "daily bars",
                        IngestReport.of(answered.answer().getBytes(StandardCharsets.UTF_8)));
            }
            case "bellwether-lake-etl-succeeded" ->
                    trained(answered.answer(), "after the lake's job");
            case "bellwether-training-ended" -> trained(answered.answer(), "after one that ended");
            // In the night after a day that was trained in time, the schedule finds nothing to do.
            case "training" -> {
                if (!isAlreadyStarted(answered.answer())) {
                    trained(answered.answer(), "by the schedule");
                }
            }
            case RunEvent.INVOKE -> functionTrained(answered.answer());
            case "alert-digest" -> digested(answered.answer());
            default -> progress.done(answered.startedBy(), answered.answer());
        }
    }

    /// Most hours hold nothing back, which is no news.
    private void digested(String answer) {
        JsonNode node = parse(answer);
        if (node.path("outcome").asText().equals("sent")) {
            progress.done("digest", node.path("alerts").asText() + " held alerts");
        }
        node.path("reports").forEach(report -> progress.warning(report.asText()));
    }

    private void mapped(MappingEvent event) {
        switch (event) {
            case MappingEvent.Delivered taken -> delivered += taken.records();
            case MappingEvent.Discarded given ->
                    fail(
                            "%,d records given up (%s), kept at %s"
                                    .formatted(given.records(), given.condition(), given.place()));
            case MappingEvent.Failed failed ->
                    progress.warning(
                            "%s tries %,d records again: %s"
                                    .formatted(
                                            failed.mapping(), failed.records(), failed.reason()));
            case MappingEvent.PositionLost lost ->
                    progress.warning(
                            "%s reads on from another place: %s"
                                    .formatted(lost.mapping(), lost.reason()));
            case MappingEvent.PollFailed failed ->
                    progress.warning(
                            "%s could not poll: %s".formatted(failed.mapping(), failed.reason()));
            case MappingEvent.FilteredOut _ -> {}
        }
    }

    private static String clock(Instant at) {
        return at.atZone(TradingCalendar.ZONE).toLocalTime() + " New York";
    }

    private static JsonNode parse(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("A function answered no JSON", e);
        }
    }
}

package dev.bellwether.localstack;

import dev.bellwether.local.LocalAws;
import dev.bellwether.local.LocalAwsSettings;
import dev.bellwether.local.function.InvocationOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The same day, of the same template, on this machine's own engines.
///
/// @param tableRows items of the market table
/// @param lake what its lake holds
/// @param messages texts that the telephone got
record LocalAwsDay(List<Map<String, String>> tableRows, LakeRows lake, List<String> messages) {
    static LocalAwsDay run(Deployment deployment, Surroundings surroundings, Path state) {
        Path node =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(folder -> Path.of(folder, "node"))
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow();
        try (LocalAws aws =
                LocalAws.start(
                        new LocalAwsSettings(
                                deployment.assembly(),
                                state,
                                Suite.home(),
                                Suite.java(),
                                node,
                                Map.of(SuiteDay.KEY_PARAMETER, SuiteDay.KEY),
                                surroundings.loopbackEndpoints(),
                                Surroundings.trainingEntryPoint(),
                                InstantSource.system(),
                                _ -> {}))) {
            InvocationOutcome history = aws.invoke("IngestAlphaVantage", SuiteDay.HISTORY);
            if (!(history instanceof InvocationOutcome.Answered)) {
                throw new AssertionError(history.summary());
            }
            aws.drain();
            aws.runDay(SuiteDay.BEGINS, SuiteDay.ENDS);
            return new LocalAwsDay(
                    MarketRows.of(
                            AwsClients.of(aws.engines().dynamoDb()).dynamoDb(),
                            aws.template().tables().getFirst().name()),
                    LakeRows.of(state.resolve("s3")),
                    aws.outbox().messages(aws.template().topics().getFirst().name()).stream()
                            .flatMap(message ->
                                    LocalAwsUnderTest.textsFor(Suite.PHONE, message).stream())
                            .sorted()
                            .toList());
        }
    }
}

package dev.bellwether.cli.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.output.ResultTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the function answers that tests channels: `{"outcomes":[{"channel":"email","outcome":"sent|
/// failed|not-configured","reason":null}]}`.
record TestAnswer(List<Outcome> outcomes) {
    private static final JsonMapper JSON = new JsonMapper();

    /// What became of the message on one channel.
    record Outcome(String channel, String outcome, String reason) {}

    /// @throws FailedException if it is another answer
    static TestAnswer read(String answer) {
        try {
            List<Outcome> outcomes = new ArrayList<>();
            for (JsonNode outcome : JSON.readTree(answer).path("outcomes")) {
                outcomes.add(
                        new Outcome(
                                outcome.path("channel").asText(),
                                outcome.path("outcome").asText(),
                                outcome.path("reason").asText("")));
            }
            if (!outcomes.isEmpty()) {
                return new TestAnswer(List.copyOf(outcomes));
            }
        } catch (IOException e) {
            throw new FailedException("The function answered no JSON: " + answer, e);
        }
        throw new FailedException("The function answered without outcomes: " + answer);
    }

    /// Whether it was sent, by all channels that there are.
    boolean isSent() {
        List<String> tried =
                outcomes.stream()
                        .map(Outcome::outcome)
                        .filter(outcome -> !outcome.equals("not-configured"))
                        .toList();
        return !tried.isEmpty() && tried.stream().allMatch("sent"::equals);
    }

    ResultTable table() {
        return new ResultTable(
                List.of("channel", "outcome", "reason"),
                outcomes.stream()
                        .map(outcome ->
                                List.<@Nullable String>of(
                                        outcome.channel(), outcome.outcome(), outcome.reason()))
                        .toList());
    }
}

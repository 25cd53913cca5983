package dev.bellwether.local.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.function.InvocationOutcome.Crashed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchResultTest {
    private static final List<String> RECORDS = List.of("49", "50", "51");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{}",
                "{\"batchItemFailures\":[]}",
                "{\"batchItemFailures\":null}",
                "\"done\"",
                "{\"other\":1}"
            })
    void anEmptyOrNullListOrAnswerIsACompleteSuccess(String answer) {
        assertThat(result(answer)).isInstanceOf(BatchResult.Succeeded.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"badKeyName\":\"50\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"52\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":50}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"50\"},{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[null]}",
                "{\"batchItemFailures\":\"50\"}",
                "{\"batchItem"
            })
    void aWrongIdentifierOrAnUnreadableAnswerIsACompleteFailure(String answer) {
        assertThat(result(answer)).isInstanceOf(BatchResult.AllFailed.class);
    }

    @Test
    void theLowestOfSeveralIsTheFirstInTheBatchWhateverTheirOrder() {
        String answer =
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"51\"},{\"itemIdentifier\":\"50\"}]}";

        assertThat(result(answer))
                .isInstanceOfSatisfying(
                        BatchResult.SomeFailed.class,
                        some -> {
                            assertThat(some.first()).isEqualTo(1);
                            assertThat(some.failed().cardinality()).isEqualTo(2);
                        });
    }

    @Test
    void aFunctionErrorIsACompleteFailureWithItsReason() {
        assertThat(BatchResult.of(new Crashed(137), RECORDS))
                .isEqualTo(new BatchResult.AllFailed("process ended with exit code 137"));
    }

    private static BatchResult result(String answer) {
        return BatchResult.of(new Answered(answer.getBytes(UTF_8)), RECORDS);
    }
}

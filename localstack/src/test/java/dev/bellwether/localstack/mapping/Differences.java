package dev.bellwether.localstack.mapping;

import dev.bellwether.localstack.mapping.Side.Name;
import java.util.List;
import java.util.Optional;

/// Where a side does not do what AWS's documentation says. Each must be seen: one that has gone
/// fails the suite, so that the list stays true.
final class Differences {
    /// @param instead what the side does
    /// @param because what in it is the cause
    record Difference(Name side, String caseId, Outcome instead, String because) {}

    private static final String NO_BISECT =
            "BisectBatchOnFunctionError is accepted and has no effect (event_source_mapping/pollers/stream_poller.py)";

    private static final String NO_BISECT_REPORT = NO_BISECT + "; a report uses up a retry";

    static final List<Difference> ALL =
            List.of(
                    localStack(
                            "stream-answer-malformed",
                            "a b",
                            "",
                            "an answer that is no JSON counts as null, which is a success (senders/lambda_sender.py)"),
                    localStack(
                            "queue-answer-malformed",
                            "a 1x",
                            "",
                            "an answer that is no JSON counts as null, which is a success (senders/lambda_sender.py)"),
                    localStack(
                            "stream-throw",
                            "a poison c | a poison c | a poison c | d e",
                            "a poison c: RetryAttemptsExhausted, payload is of type OBJECT",
                            "the object's payload is the event itself, not its text (pollers/stream_poller.py)"),
                    localStack(
                            "table-throw",
                            "a poison | a poison | c",
                            "a poison: RetryAttemptsExhausted, payload is of type OBJECT",
                            "the object's payload is the event itself, not its text (pollers/stream_poller.py)"),
                    localStack(
                            "stream-bisect-first",
                            "poison b c d | poison b c d",
                            "poison b c d: RetryAttemptsExhausted",
                            NO_BISECT),
                    localStack(
                            "stream-bisect-middle",
                            "a poison c d | a poison c d",
                            "a poison c d: RetryAttemptsExhausted",
                            NO_BISECT),
                    localStack(
                            "stream-bisect-last",
                            "a b c poison | a b c poison",
                            "a b c poison: RetryAttemptsExhausted",
                            NO_BISECT),
                    localStack(
                            "stream-bisect-at-report",
                            "a b c d",
                            "c d: RetryAttemptsExhausted",
                            NO_BISECT_REPORT),
                    localStack(
                            "table-bisect-middle",
                            "a poison c d",
                            "a poison c d: RetryAttemptsExhausted",
                            NO_BISECT),
                    localStack(
                            "stream-record-age",
                            "",
                            "a b: no condition",
                            "what is given up for its age comes without requestContext (esm_event_processor.py)"),
                    localStack(
                            "stream-filter-keeps-data",
                            "a*",
                            "",
                            "data that a filter has read are written anew (pollers/kinesis_poller.py)"),
                    localStack(
                            "stream-filter-before-batch",
                            "a | b | c | d",
                            "",
                            "records join the batch before they are filtered (pollers/stream_poller.py)"),
                    localStack(
                            "queue-body",
                            "a* 1x | b 1x",
                            "",
                            "a body that is JSON is read and written anew (pollers/sqs_poller.py)"));

    private static Difference localStack(
            String caseId, String invocations, String givenUp, String because) {
        return new Difference(Name.LOCALSTACK, caseId, Outcome.of(invocations, givenUp), because);
    }

    private Differences() {}

    static Optional<Difference> of(Name side, MappingCase row) {
        return ALL.stream()
                .filter(one -> one.side() == side && one.caseId().equals(row.id()))
                .findFirst();
    }

    static Outcome wanted(Name side, MappingCase row) {
        return of(side, row).map(Difference::instead).orElse(row.expected());
    }
}

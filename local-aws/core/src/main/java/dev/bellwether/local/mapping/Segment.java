package dev.bellwether.local.mapping;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch, or what is left of one: neighbouring records that are tried together.
///
/// @param failures failed attempts that count against the retry quota
/// @param invocations of the function with these records so far
/// @param givenUp why the records will not be tried again, null while they will
/// @param functionError whether the last attempt ended in a function error
record Segment(
        List<StreamRecord> records,
        int failures,
        int invocations,
        @Nullable Condition givenUp,
        FunctionErrorSeen functionError) {

    /// Lambda's words in the record that it sends to the failure destination.
    enum Condition {
        RETRY_ATTEMPTS_EXHAUSTED("RetryAttemptsExhausted"),
        RECORD_AGE_EXCEEDED("RecordAgeExceeded");

        private final String text;

        Condition(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    enum FunctionErrorSeen {
        NO,
        YES
    }

    Segment {
        records = List.copyOf(records);
    }

    static Segment of(List<StreamRecord> records) {
        return new Segment(records, 0, 0, null, FunctionErrorSeen.NO);
    }

    StreamRecord first() {
        return records.getFirst();
    }

    StreamRecord last() {
        return records.getLast();
    }

    int size() {
        return records.size();
    }

    Segment part(int from, int to) {
        return new Segment(
                records.subList(from, to), failures, invocations, givenUp, functionError);
    }

    Segment invoked(FunctionErrorSeen seen) {
        return new Segment(records, failures, invocations + 1, givenUp, seen);
    }

    Segment failedOnceMore() {
        return new Segment(records, failures + 1, invocations, givenUp, functionError);
    }

    Segment givenUp(Condition condition) {
        return new Segment(records, failures, invocations, condition, functionError);
    }

    List<String> sequenceNumbers() {
        return records.stream().map(StreamRecord::sequenceNumber).toList();
    }

    /// The event that Lambda sends: `{"Records":[...]}`.
    byte[] event() {
        var event = new ByteArrayOutputStream(1024);
        event.writeBytes("{\"Records\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < records.size(); i++) {
            if (i > 0) {
                event.write(',');
            }
            event.writeBytes(records.get(i).json());
        }
        event.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return event.toByteArray();
    }
}

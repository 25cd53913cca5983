package dev.bellwether.local.mapping;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How Lambda describes a given-up batch, by where it is from: a table's stream knows its records'
/// times to the second.
///
/// See the examples of
/// https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html and
/// https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
enum BatchInfo {
    KINESIS("KinesisBatchInfo", "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'"),
    TABLE_STREAM("DDBStreamBatchInfo", "uuuu-MM-dd'T'HH:mm:ss'Z'");

    private final String field;
    private final DateTimeFormatter arrival;

    BatchInfo(String field, String arrival) {
        this.field = field;
        this.arrival = DateTimeFormatter.ofPattern(arrival, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /// The description's name.
    String field() {
        return field;
    }

    /// The text of a record's arrival.
    String arrival(Instant at) {
        return arrival.format(at);
    }
}

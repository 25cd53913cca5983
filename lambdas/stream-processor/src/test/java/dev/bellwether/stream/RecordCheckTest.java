package dev.bellwether.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.stream.CheckedRecord.Accepted;
import dev.bellwether.stream.CheckedRecord.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordCheckTest {
    private static final String QUOTE =
            """
            {"symbol":"AAPL","open":269.28,"high":271.41,"low":267.11,"price":269.7,"previous_close":269.0,"change":0.7,\
            "change_percent":0.2602,"volume":51086742,"timestamp":"2025-10-29T19:59:30Z","provider":"yahoo","feed":"composite",\
            "schema_version":1}\
            """;

    @Test
    void theContractsQuoteIsAccepted() {
        assertThat(RecordCheck.check(Records.raw(1, QUOTE))).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "high":271.41      | "high":267         | below low
                    "price":269.7      | "price":-1         | not above zero
                    "volume":51086742  | "volume":-1        | volume
                    "volume":51086742  | "volume":1.5       | volume
                    "price":269.7      | "price":"269.7"    | price
                    "price":269.7      | "price":1e-999999  | price
                    "low":267.11       | "low":1e999999999  | low
                    "change":0.7       | "change":1e12      | more than 12 digits
                    "schema_version":1 | "schema_version":2 | schema_version
                    2025-10-29T19      | 1925-10-29T19      | outside the calendar
                    2025-10-29T19:59   | yesterday          | timestamp
                    "provider":"yahoo" | "provider":"acme"  | acme
                    "feed":"composite" | "feed":""          | no feed
                    "symbol":"AAPL"    | "symbol":"aapl"    | aapl
                    }                  | ''                 | no JSON
                    """)
    void whatIsNoQuoteIsRejectedWithTheReason(String good, String bad, String reason) {
        Rejected rejected = reject(QUOTE.replace(good, bad));

        assertThat(rejected.quarantined().reason()).isEqualTo(QuarantineReason.INVALID_QUOTE);
        assertThat(rejected.quarantined().detail())
                .contains(reason)
                .endsWith("(sequence number %s)".formatted(Records.sequence(1)));
    }

    @Test
    void aRejectedRecordIsKeptWithItsSymbolItsTextAndItsOwnTime() {
        String text = QUOTE.replace("\"volume\":51086742", "\"volume\":-1");

        QuarantineRecord kept = reject(text).quarantined();

        assertThat(kept.source()).isEqualTo("stream-processor");
        assertThat(kept.symbol()).isEqualTo("AAPL");
        assertThat(kept.record()).isEqualTo(text);
        assertThat(kept.observedAt()).isEqualTo(Instant.parse("2025-10-29T19:59:30Z"));
    }

    @Test
    void aRecordWithoutATimeBelongsToTheDayItArrived() {
        assertThat(reject("<html>").quarantined().observedAt())
                .isEqualTo(Instant.parse("2025-10-29T19:59:31Z"));
    }

    @Test
    void ofALongRecordFourKilobytesAreKeptThatTellItFromOthers() {
        String begin = "é".repeat(3000);

        QuarantineRecord one = reject(begin + "1").quarantined();
        QuarantineRecord other = reject(begin + "2").quarantined();

        assertThat(one.record().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(4000, 4096);
        assertThat(one.record()).doesNotContain("\uFFFD").contains("(6001 bytes, sha256 ");
        assertThat(one.id()).isNotEqualTo(other.id());
    }

    private static Rejected reject(String text) {
        return (Rejected) RecordCheck.check(Records.raw(1, text));
    }
}

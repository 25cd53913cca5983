package dev.bellwether.alerts.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.rule.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertNoticeTest {
    private static final Map<String, String> ROW = Rows.fired("0123456789abcdef");

    @Test
    void everyAttributeOfTheContractIsRead() {
        AlertNotice notice = AlertNotice.read(ROW, NoticeKind.FIRED);

        assertThat(notice.ruleId()).isEqualTo("sma-daily");
        assertThat(notice.ruleVersion()).isEqualTo(3);
        assertThat(notice.severity()).isEqualTo(Severity.WARNING);
        assertThat(notice.reading()).contains(new BigDecimal("267.512"));
        assertThat(notice.dayHigh()).contains(new BigDecimal("271.41"));
        assertThat(notice.since()).isEqualTo(Instant.parse("2025-10-29T20:00:00Z"));
        assertThat(notice.dataAge()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void aRowOfOldHasTheValuesOfThen() {
        AlertNotice notice =
                AlertNotice.read(
                        Map.of(
                                "symbol", "AAPL",
                                "sk", "alert#2025-10-29#sma-crossover:5,20#up",
                                "alert_id", "0123",
                                "bar_day", "2025-10-29",
                                "rule", "sma-crossover:5,20",
                                "direction", "up",
                                "close", "269.7",
                                "sma_fast", "267.5",
                                "message", "AAPL crossed.",
                                "created_at", "2025-10-30T04:00:00Z"),
                        NoticeKind.FIRED);

        assertThat(notice.ruleId()).isEqualTo("sma-crossover:5,20");
        assertThat(notice.ruleVersion()).isEqualTo(1);
        assertThat(notice.timeframe()).isEqualTo("1d");
        assertThat(notice.feed()).isEqualTo("alphavantage");
        assertThat(notice.severity()).isEqualTo(Severity.INFO);
        assertThat(notice.reading()).contains(new BigDecimal("267.5"));
        assertThat(notice.reference()).isEmpty();
        assertThat(notice.barStart()).isEqualTo("2025-10-29T04:00:00Z");
    }

    @Test
    void aRetractionIsOfItsOwnTime() {
        Map<String, String> row =
                Rows.with(ROW, "status", "retracted", "retracted_at", "2025-10-31T04:00:00Z");

        assertThat(AlertNotice.read(row, NoticeKind.RETRACTED).at())
                .isEqualTo("2025-10-31T04:00:00Z");
        assertThat(AlertNotice.read(row, NoticeKind.RETRACTED).createdAt())
                .isEqualTo("2025-10-30T04:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "1m, 2025-10-29T14:31:00Z",
        "5m, 2025-10-29T14:35:00Z",
        "15m, 2025-10-29T14:45:00Z",
        "1d, 2025-10-29T20:00:00Z"
    })
    void whatABarSaysIsSoSinceItsEnd(String timeframe, Instant since) {
        Map<String, String> row =
                Rows.with(ROW, "timeframe", timeframe, "bar_start", "2025-10-29T14:30:00Z");

        assertThat(AlertNotice.read(row, NoticeKind.FIRED).since()).isEqualTo(since);
    }

    @Test
    void aDayThatTheCalendarDoesNotKnowEndsAtMidnight() {
        assertThat(
                        AlertNotice.read(Rows.with(ROW, "bar_day", "2055-01-04"), NoticeKind.FIRED)
                                .since())
                .isEqualTo("2055-01-05T05:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "symbol",
                "alert_id",
                "rule",
                "bar_day",
                "direction",
                "close",
                "message",
                "created_at"
            })
    void whatEveryAlertHasIsMissedByName(String name) {
        assertThatThrownBy(() -> AlertNotice.read(Rows.with(ROW, name, ""), NoticeKind.FIRED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        name + " of alert alert#2025-10-29T04:00:00Z#0123456789abcdef");
    }

    @ParameterizedTest
    @CsvSource({
        "close, a lot",
        "bar_day, yesterday",
        "severity, grave",
        "rule_version, 1.5",
        "created_at, noon",
        "day_low, -"
    })
    void whatCannotBeReadIsNamedWithItsValue(String name, String value) {
        assertThatThrownBy(() -> AlertNotice.read(Rows.with(ROW, name, value), NoticeKind.FIRED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("'" + value + "'");
    }
}

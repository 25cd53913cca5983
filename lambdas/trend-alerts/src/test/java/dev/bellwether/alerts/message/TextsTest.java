package dev.bellwether.alerts.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> ROW = Rows.fired(ID);

    @Test
    void anEmailSaysWhatHappenedAgainstWhichRuleSinceWhenAndHowToStop() {
        Texts texts = Texts.of(notice(ROW));

        assertThat(texts.subject()).isEqualTo("AAPL: SMA-5 crossed above SMA-20 on 2025-10-29");
        assertThat(texts.email())
                .isEqualTo(
                        """
                        AAPL: SMA-5 crossed above SMA-20 on 2025-10-29. Close 269.70.

                        Rule:            sma-daily, version 3: sma-crossover:5,20
                        Severity:        warning
                        Direction:       up
                        Bar:             1d of 2025-10-29, feed alphavantage
                        Since:           2025-10-29 16:00 EDT
                        Close:           269.70
                        Reading:         267.512
                        Held against:    266.00
                        Previous close:  269.00
                        Range that day:  267.11 to 271.41
                        Age of the data: 8 h 0 min when the rule judged it
                        Alert:           0123456789abcdef0123456789abcdef

                        To mute, change or disable rule sma-daily: ./bellwether rules --help
                        To get no more mail: the link below this text, or the context key 'email' at the next deployment.
                        Not investment advice.
                        """);
    }

    @Test
    void aShortMessageSaysWhatHappened() {
        assertThat(Texts.of(notice(ROW)).sms())
                .isEqualTo(
                        "Bellwether: AAPL: SMA-5 crossed above SMA-20 on 2025-10-29. Close 269.70."
                                + " Not investment advice. #01234567");
    }

    @Test
    void aChatSaysTheRuleToo() {
        assertThat(Texts.of(notice(ROW)).chat())
                .isEqualTo(
                        """
                        AAPL: SMA-5 crossed above SMA-20 on 2025-10-29. Close 269.70.
                        Rule sma-daily, version 3 (warning). Since 2025-10-29 16:00 EDT. Not investment advice.\
                        """);
    }

    @Test
    void aRetractionSaysSoEverywhere() {
        AlertNotice notice =
                AlertNotice.read(
                        Rows.with(ROW, "retracted_at", "2025-10-31T04:00:00Z"),
                        NoticeKind.RETRACTED);
        Texts texts = Texts.of(notice);

        assertThat(texts.subject()).startsWith("RETRACTED: AAPL: ");
        assertThat(texts.sms()).startsWith("Bellwether: RETRACTED: AAPL: ");
        assertThat(texts.chat()).startsWith("RETRACTED: AAPL: ");
        assertThat(texts.email())
                .startsWith("RETRACTED at 2025-10-31 00:00 EDT: the bars were corrected");
    }

    @Test
    void aCriticalAlertSaysSoFirst() {
        assertThat(Texts.of(notice(Rows.with(ROW, "severity", "critical"))).subject())
                .startsWith("CRITICAL: AAPL: ");
    }

    @Test
    void figuresThatARowDoesNotHaveAreNotKnown() {
        assertThat(Texts.of(notice(Rows.with(ROW, "previous_close", "", "day_low", ""))).email())
                .contains("Previous close:  not known", "Range that day:  not known to 271.41");
    }

    @Test
    void aDigestListsItsAlerts() {
        Digest digest =
                new Digest(
                        "d1",
                        List.of(
                                notice(ROW),
                                notice(Rows.with(ROW, "symbol", "MSFT", "direction", "down"))));
        Texts texts = Texts.of(digest);

        assertThat(texts.subject()).isEqualTo("2 held alerts (AAPL, MSFT)");
        assertThat(texts.sms())
                .isEqualTo("Bellwether: 2 held alerts: AAPL up, MSFT down. Not investment advice.");
        assertThat(texts.email())
                .contains("* AAPL: SMA-5 crossed above SMA-20 on 2025-10-29\n  rule sma-daily")
                .contains("Digest d1");
        assertThat(texts.chat()).startsWith("2 held alerts:\n- AAPL: ");
    }

    @Test
    void aTestSaysThatItIsOne() {
        Texts texts =
                Texts.of(
                        new TestNotice("t1", Instant.parse("2025-10-30T14:00:00Z"), Set.of("sms")));

        assertThat(texts.subject()).startsWith("TEST");
        assertThat(texts.email()).startsWith("TEST of 2025-10-30 10:00 EDT");
        assertThat(texts.sms()).startsWith("Bellwether: TEST of ");
        assertThat(texts.chat()).startsWith("TEST of ");
    }

    static Stream<Outgoing> extremes() {
        String tooLong = "x".repeat(2000);
        return Stream.of(
                notice(Rows.with(ROW, "rule_id", tooLong, "rule", tooLong)),
                notice(Rows.with(ROW, "message", tooLong)),
                notice(Rows.with(ROW, "message", "€[]{}~^|\\".repeat(300))),
                notice(Rows.with(ROW, "message", "見出し\u0000\r\n\t\u2028😀 ".repeat(100))),
                notice(Rows.with(ROW, "message", "Not investment advice.")),
                notice(Rows.with(ROW, "alert_id", "1")),
                notice(Rows.with(ROW, "close", "1E+125", "reading", "-9.99E-130")),
                notice(Rows.with(ROW, "close", "12345678901234567890123456789012345678")),
                notice(Rows.with(ROW, "close", "0.0000000000001", "day_low", "0")),
                notice(Rows.with(ROW, "symbol", "ABCDEFGHIJKL", "severity", "critical")),
                new Digest("d1", Collections.nCopies(100, notice(ROW))),
                new Digest("d1", List.of(notice(Rows.with(ROW, "message", tooLong)))),
                new TestNotice("t1", Instant.EPOCH, Set.of()));
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void subjectsAndShortMessagesKeepTheirLimits(Outgoing message) {
        Texts texts = Texts.of(message);

        // "Subjects must be ASCII text that begins with a letter, number, or punctuation mark; must
        // not include line breaks or control characters; and must be less than 100 characters long"
        assertThat(texts.subject()).matches("[!-~][ -~]{0,98}");
        assertThat(Gsm0338.isAlphabet(texts.sms())).as(texts.sms()).isTrue();
        assertThat(Gsm0338.places(texts.sms())).isLessThanOrEqualTo(160);
        assertThat(List.of(texts.email(), texts.sms(), texts.chat()))
                .allSatisfy(text -> assertThat(text).contains("Not investment advice."));
        assertThat(texts.email().lines().toList()).hasSizeGreaterThan(3);
    }

    @Test
    void figuresArePlainAndShort() {
        assertThat(
                        Texts.of(
                                        notice(
                                                Rows.with(
                                                        ROW,
                                                        "close",
                                                        "1E+125",
                                                        "reading",
                                                        "267.1234567890123",
                                                        "reference",
                                                        "1E+2",
                                                        "day_low",
                                                        "0.000123")))
                                .email())
                .contains("Close:           1E+125")
                .contains("Reading:         267.123457\n")
                .contains("Held against:    100.00\n")
                .contains("Range that day:  0.000123 to");
    }

    private static AlertNotice notice(Map<String, String> row) {
        return AlertNotice.read(row, NoticeKind.FIRED);
    }
}

package dev.bellwether.alerts.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeJsonTest {
    private static final AlertNotice NOTICE =
            AlertNotice.read(
                    Rows.with(Rows.fired("0123"), "previous_close", "", "close", "1E+2"),
                    NoticeKind.FIRED);

    @Test
    void aProgramGetsEveryFieldExactly() {
        assertThat(new String(NoticeJson.webhook(NOTICE), UTF_8))
                .isEqualTo(
                        """
                        {"schema_version":1,"kind":"fired","id":"0123","idempotency_key":"0123-fired","alert_id":"0123","symbol":"AAPL",\
                        "rule_id":"sma-daily","rule_version":3,"rule":"sma-crossover:5,20","timeframe":"1d","feed":"alphavantage",\
                        "direction":"up","severity":"warning","bar_start":"2025-10-29T04:00:00Z","bar_day":"2025-10-29","close":100,\
                        "reading":267.512,"reference":266,"previous_close":null,"day_low":267.11,"day_high":271.41,\
                        "message":"AAPL: SMA-5 crossed above SMA-20 on 2025-10-29. Close 269.70. Not investment advice.",\
                        "since":"2025-10-29T20:00:00Z","created_at":"2025-10-30T04:00:00Z","at":"2025-10-30T04:00:00Z",\
                        "disclaimer":"Not investment advice."}\
                        """);
    }

    @Test
    void aDigestIsAListOfAlerts() {
        assertThat(new String(NoticeJson.webhook(new Digest("d1", List.of(NOTICE, NOTICE))), UTF_8))
                .startsWith(
                        "{\"schema_version\":1,\"kind\":\"digest\",\"id\":\"d1\",\"idempotency_key\":\"d1-digest\",\"alerts\":[{\"kind\":\"fired\",\"alert_id\":\"0123\"")
                .endsWith("}],\"disclaimer\":\"Not investment advice.\"}");
    }

    @Test
    void aChatIsEscapedAsSlackWants() {
        assertThat(new String(NoticeJson.chat("a < b & \"c\"\n> d"), UTF_8))
                .isEqualTo("{\"text\":\"a &lt; b &amp; \\\"c\\\"\\n&gt; d\"}");
    }
}

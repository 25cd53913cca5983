package dev.bellwether.alerts.message;

import dev.bellwether.market.Session;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// An alert as those who send it see it.
///
/// @param kind [NoticeKind#FIRED] or [NoticeKind#RETRACTED]
/// @param rule what the rule looks at, such as `sma-crossover:5,20`
/// @param timeframe of the bar: `1m`, `5m`, `15m`, `1d`
/// @param feed where the bar comes from
/// @param reading what the rule read of the bar; of a crossover, the fast average
/// @param reference what it held that against; of a crossover, the slow average
/// @param message one or two sentences about what happened
/// @param since what the rule says has been so since then
/// @param createdAt market time at which the rule fired
/// @param at market time of what is told: of the firing, or of the retraction
public record AlertNotice(
        String alertId,
        NoticeKind kind,
        String symbol,
        String ruleId,
        int ruleVersion,
        String rule,
        String timeframe,
        String feed,
        String direction,
        Severity severity,
        Instant barStart,
        LocalDate barDay,
        BigDecimal close,
        Optional<BigDecimal> reading,
        Optional<BigDecimal> reference,
        Optional<BigDecimal> previousClose,
        Optional<BigDecimal> dayLow,
        Optional<BigDecimal> dayHigh,
        String message,
        Instant since,
        Instant createdAt,
        Instant at)
        implements Outgoing {

    /// The alert of a row. Attributes that older rows do not have take the value they had then.
    ///
    /// Throws IllegalArgumentException, which names the attribute, when the row is no alert.
    ///
    /// @param row texts and numbers by name
    public static AlertNotice read(Map<String, String> row, NoticeKind kind) {
        AlertAttributes item = new AlertAttributes(row);
        LocalDate barDay = item.require("bar_day", LocalDate::parse);
        String timeframe = item.find("timeframe").orElse("1d");
        Instant barStart = item.read("bar_start", Instant::parse).orElseGet(() -> startOf(barDay));
        Instant createdAt = item.require("created_at", Instant::parse);
        Instant retractedAt = item.read("retracted_at", Instant::parse).orElse(createdAt);
        return new AlertNotice(
                item.text("alert_id"),
                kind,
                item.text("symbol"),
                item.find("rule_id").orElseGet(() -> item.text("rule")),
                item.read("rule_version", Integer::valueOf).orElse(1),
                item.text("rule"),
                timeframe,
                item.find("feed").orElse("alphavantage"),
                item.text("direction"),
                item.read("severity", Severity::of).orElse(Severity.INFO),
                barStart,
                barDay,
                item.require("close", BigDecimal::new),
                item.number("reading").or(() -> item.number("sma_fast")),
                item.number("reference").or(() -> item.number("sma_slow")),
                item.number("previous_close"),
                item.number("day_low"),
                item.number("day_high"),
                item.text("message"),
                item.read("since", Instant::parse)
                        .orElseGet(() -> endOf(timeframe, barStart, barDay)),
                createdAt,
                kind == NoticeKind.RETRACTED ? retractedAt : createdAt);
    }

    @Override
    public String id() {
        return alertId;
    }

    /// How old the bar was when the rule judged it; zero for one that was still open.
    public Duration dataAge() {
        Duration age = Duration.between(endOf(timeframe, barStart, barDay), createdAt);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(TradingCalendar.ZONE).toInstant();
    }

    private static Instant endOf(String timeframe, Instant start, LocalDate day) {
        return switch (timeframe) {
            case "1m" -> start.plus(Duration.ofMinutes(1));
            case "5m" -> start.plus(Duration.ofMinutes(5));
            case "15m" -> start.plus(Duration.ofMinutes(15));
            default -> close(day);
        };
    }

    private static Instant close(LocalDate day) {
        TradingCalendar nyse = TradingCalendar.nyse();
        return nyse.covers(day)
                ? nyse.findSession(day)
                        .map(Session::close)
                        .orElseGet(() -> startOf(day.plusDays(1)))
                : startOf(day.plusDays(1));
    }
}

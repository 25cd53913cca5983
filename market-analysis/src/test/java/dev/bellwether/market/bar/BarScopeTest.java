package dev.bellwether.market.bar;

import static dev.bellwether.market.bar.Ticks.AAPL;
import static dev.bellwether.market.bar.Ticks.NYSE;
import static dev.bellwether.market.bar.Ticks.SESSION;
import static dev.bellwether.market.bar.Ticks.quote;
import static dev.bellwether.market.bar.Ticks.tick;
import static dev.bellwether.market.bar.Ticks.utc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Quote;
import dev.bellwether.market.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarScopeTest {
    @ParameterizedTest
    @CsvSource({
        "1m, 14:00:00, 14:02:00",
        "5m, 14:00:00, 14:06:00",
        "15m, 14:00:00, 14:16:00",
        "1m, 19:58:00, 20:00:00",
        "1m, 19:59:00, 20:00:00",
        "15m, 19:45:00, 20:00:00",
        "1d, 13:30:00, 20:00:00"
    })
    void aBarClosesAMinuteAfterItsEndAndWithTheSession(String timeframe, String start, String at) {
        assertThat(BarClosing.closesAt(Timeframe.of(timeframe), utc(start), SESSION))
                .isEqualTo(utc(at));
    }

    @Test
    void inAQuietStreamTheBarsThatCloseAreAllThereIsToDo() {
        List<Quote> quotes = everyHalfMinute("14:00:00", "14:21:30");

        BarScope scope = scope(utc("14:21:00"), quotes, utc("14:10:00"));

        assertThat(scope.from()).isEqualTo(utc("14:15:00"));
        assertThat(closed(scope, quotes)).containsExactly("1m 14:19", "5m 14:15");
    }

    @Test
    void aLateQuoteBringsUpTheBarsSinceIt() {
        List<Quote> quotes = everyHalfMinute("14:00:00", "14:21:30");

        BarScope scope = scope(utc("14:17:30"), quotes, utc("14:10:00"));

        assertThat(closed(scope, quotes))
                .containsExactly("1m 14:16", "1m 14:17", "1m 14:18", "1m 14:19", "5m 14:15");
    }

    @Test
    void aDecreaseBringsUpTheBarsSinceTheLastQuoteThatSaidNoMore() {
        List<Quote> quotes = new ArrayList<>(everyHalfMinute("14:00:00", "14:21:00"));
        quotes.add(tick("14:21:30", "100", quotes.get(8).volume() + 1));

        BarScope scope = scope(utc("14:21:30"), quotes, Instant.MIN);

        assertThat(scope.after()).isEqualTo(quotes.get(8).timestamp());
        assertThat(scope.from()).isEqualTo(utc("14:00:00"));
        assertThat(closed(scope, quotes)).contains("1m 14:04", "15m 14:00", "1m 14:19");
    }

    @Test
    void aDecreaseBelowAllBringsUpTheSession() {
        List<Quote> quotes = new ArrayList<>(everyHalfMinute("14:00:00", "14:21:00"));
        quotes.add(tick("14:21:30", "100", 1));

        assertThat(scope(utc("14:21:30"), quotes, Instant.MIN).from()).isEqualTo(SESSION.open());
    }

    @Test
    void moreHasToBeKnownUntilTheQuoteBeforeTheOldestBarIs() {
        List<Quote> quotes = everyHalfMinute("14:15:00", "14:21:30");

        assertThat(find(utc("14:21:00"), quotes, utc("14:15:00"))).isEmpty();
        assertThat(find(utc("14:15:00"), quotes, utc("14:15:00"))).isEmpty();
        assertThat(find(utc("14:21:00"), quotes, SESSION.open())).isPresent();
    }

    @Test
    void theFirstQuoteOfADayClosesWhatTheDayBeforeLeft() {
        Quote next = quote(Instant.parse("2025-10-30T13:30:00Z"), "100", 5, "composite");
        List<Quote> quotes = new ArrayList<>(everyHalfMinute("19:40:00", "19:58:00"));
        quotes.add(next);
        KnownQuotes known = new KnownQuotes(quotes, Instant.MIN);

        List<BarScope> scopes =
                BarScope.find(
                                NYSE,
                                NYSE.findLastOpened(next.timestamp()).orElseThrow(),
                                next.timestamp(),
                                known)
                        .orElseThrow();

        assertThat(scopes).hasSize(2);
        assertThat(closed(scopes.getFirst(), quotes))
                .containsExactly("1m 19:57", "1m 19:58", "5m 19:55", "15m 19:45");
        assertThat(scopes.getFirst().closesTheDay(next.timestamp())).isTrue();
        assertThat(closed(scopes.getLast(), quotes)).isEmpty();
    }

    @Test
    void nothingIsLeftOfASessionWithAQuoteAtItsClose() {
        List<Quote> quotes = new ArrayList<>(everyHalfMinute("19:40:00", "20:00:00"));
        quotes.add(tick("20:05:00", "100", 100_000));

        assertThat(find(utc("20:05:00"), quotes, Instant.MIN))
                .hasValueSatisfying(scopes -> assertThat(scopes).isEmpty());
    }

    private static List<Quote> everyHalfMinute(String first, String last) {
        List<Quote> quotes = new ArrayList<>();
        for (Instant at = utc(first); !at.isAfter(utc(last)); at = at.plusSeconds(30)) {
            quotes.add(quote(at, "100", 1_000 + 10L * quotes.size(), "composite"));
        }
        return quotes;
    }

    private static BarScope scope(Instant oldestNew, List<Quote> quotes, Instant from) {
        return find(oldestNew, quotes, from).orElseThrow().getFirst();
    }

    private static Optional<List<BarScope>> find(
            Instant oldestNew, List<Quote> quotes, Instant from) {
        return BarScope.find(NYSE, SESSION, oldestNew, new KnownQuotes(quotes, from));
    }

    private static List<String> closed(BarScope scope, List<Quote> quotes) {
        return scope
                .closedBars(
                        AAPL,
                        new KnownQuotes(quotes, Instant.MIN),
                        quotes.getLast().timestamp(),
                        quotes.getLast().timestamp())
                .stream()
                .map(bar ->
                        "%s %s"
                                .formatted(
                                        bar.timeframe().id(),
                                        bar.start().toString().substring(11, 16)))
                .toList();
    }
}

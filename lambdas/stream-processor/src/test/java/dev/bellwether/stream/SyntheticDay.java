package dev.bellwether.stream;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.bar.BarClosing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Made-up quotes of a trading day, with the disorder that streams bring.
final class SyntheticDay {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Random random;
    private final Symbol symbol;
    private final LocalDate day;
    private final LocalTime close;

    SyntheticDay(long seed, String symbol, String day, String close) {
        this.random = new Random(seed);
        this.symbol = Symbol.of(symbol);
        this.day = LocalDate.parse(day);
        this.close = LocalTime.parse(close);
    }

    Instant at(LocalTime time) {
        return day.atTime(time).atZone(NEW_YORK).toInstant();
    }

    Instant close() {
        return at(close);
    }

    /// A quote every 30 s or so from before the open until after the close, some missing, some on
    /// the fraction of a second, with one exactly at the open and one exactly at the close.
    List<Quote> quotes() {
        List<Quote> quotes = new ArrayList<>();
        long volume = 0;
        int cents = 20_000;
        for (Instant time = at(LocalTime.of(9, 25));
                !time.isAfter(close().plusSeconds(240));
                time = time.plusSeconds(30)) {
            volume += random.nextInt(5) == 0 ? 0 : random.nextInt(10_000);
            cents += random.nextInt(41) - 20;
            boolean exact = time.equals(close()) || time.equals(at(LocalTime.of(9, 30)));
            if (exact || random.nextInt(12) > 0) {
                quotes.add(quote(exact ? time : jitter(time), cents, volume));
            }
        }
        return quotes;
    }

    private Instant jitter(Instant time) {
        return random.nextBoolean() ? time : time.plusMillis(random.nextInt(29_000));
    }

    /// Some quotes said again with other figures, under one or two higher sequences; some of them
    /// with less volume than what was said before.
    List<Quote> corrected(List<Quote> quotes) {
        List<Quote> all = new ArrayList<>(quotes);
        for (Quote quote : quotes) {
            for (int sequence = 1; random.nextInt(25) == 0; sequence++) {
                int cents = 20_000 + random.nextInt(100);
                long volume = Math.max(0, quote.volume() + random.nextInt(60_000) - 40_000);
                all.add(quote(quote.timestamp(), cents, volume).withSequence(sequence));
            }
        }
        return all;
    }

    /// In an order in which no quote is later than the horizon, and those of the session's last
    /// minute come before its close.
    List<Quote> lateWithinTheHorizon(List<Quote> quotes) {
        Map<Quote, Instant> arrivals = new HashMap<>();
        Instant lastMinute = close().minusSeconds(60);
        quotes.forEach(quote -> {
            boolean prompt = !quote.timestamp().isBefore(lastMinute);
            int delay = random.nextInt((int) BarClosing.HORIZON.toMillis());
            arrivals.put(quote, quote.timestamp().plusMillis(prompt ? 0 : delay));
        });
        return quotes.stream().sorted(Comparator.comparing(arrivals::get)).toList();
    }

    /// With some quotes again, at once or much later.
    List<Quote> repeated(List<Quote> quotes) {
        List<Quote> all = new ArrayList<>(quotes);
        for (int i = 0; i < quotes.size(); i += 1 + random.nextInt(20)) {
            int original = all.indexOf(quotes.get(i));
            all.add(original + 1 + random.nextInt(all.size() - original), quotes.get(i));
        }
        return all;
    }

    List<Quote> inAnyOrder(List<Quote> quotes) {
        List<Quote> shuffled = new ArrayList<>(quotes);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /// Cut into batches of any size up to the given one.
    List<List<Quote>> cut(List<Quote> quotes, int most) {
        List<List<Quote>> batches = new ArrayList<>();
        for (int i = 0; i < quotes.size(); ) {
            int end = Math.min(quotes.size(), i + 1 + random.nextInt(most));
            batches.add(quotes.subList(i, end));
            i = end;
        }
        return batches;
    }

    /// What the day's so-far figures are must not matter to a bar: they are far off here.
    Quote quote(Instant time, int cents, long volume) {
        BigDecimal price = BigDecimal.valueOf(cents, 2);
        return Quote.of(
                symbol,
                new BigDecimal("150.00"),
                new BigDecimal("999.00"),
                new BigDecimal("1.00"),
                price,
                new BigDecimal("200.00"),
                volume,
                time,
                Provider.YAHOO,
                "composite");
    }
}

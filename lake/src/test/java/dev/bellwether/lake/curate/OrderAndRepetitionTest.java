package dev.bellwether.lake.curate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.Bars;
import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.Knowledge;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.market.Basis;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random histories with restatements, oddities, several providers, splits and decisions: shuffled
/// and doubled they give equal rows.
class OrderAndRepetitionTest {
    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final LocalDate FIRST = LocalDate.parse("2025-01-02");
    private static final int DAYS = 60;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shuffledAndDoubledObservationsGiveEqualRows(int seed) {
        Observed observed = history(new Random(seed));
        Curated expected = InstrumentCuration.curate(observed, NYSE);
        Random random = new Random(seed + 1000L);

        for (int i = 0; i < 3; i++) {
            Observed disordered =
                    new Observed(
                            observed.instrumentId(),
                            disordered(observed.daily(), random),
                            disordered(observed.actions(), random),
                            disordered(observed.decisions(), random),
                            observed.horizon());

            assertThat(InstrumentCuration.curate(disordered, NYSE)).isEqualTo(expected);
        }
    }

    /// Exactly one row a day, of basis raw, never impossible, whatever was observed.
    @ParameterizedTest
    @MethodSource("seeds")
    void dailyBarsHasOneRawRowADay(int seed) {
        Curated curated = InstrumentCuration.curate(history(new Random(seed)), NYSE);

        assertThat(curated.dailyBars())
                .extracting(row -> row.row().bar().tradingDay())
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(curated.dailyBars()).allMatch(row -> row.row().bar().basis() == Basis.RAW);
        assertThat(curated.history()).hasSizeGreaterThanOrEqualTo(curated.allBars().size());
        assertThat(curated.conditions())
                .extracting(ConditionRow::tradingDay)
                .doesNotHaveDuplicates();
    }

    private static <T> List<T> disordered(List<T> things, Random random) {
        List<T> disordered = new ArrayList<>(things);
        for (T thing : things) {
            if (random.nextInt(3) == 0) {
                disordered.add(thing);
            }
        }
        Collections.shuffle(disordered, random);
        return disordered;
    }

    private static Observed history(Random random) {
        List<BarObservation> bars = new ArrayList<>();
        List<ActionObservation> actions = new ArrayList<>();
        List<MoveDecision> decisions = new ArrayList<>();
        LocalDate day = FIRST;
        double price = 10_000_000;
        for (int i = 0; i < DAYS; i++) {
            day = NYSE.next(day);
            price *= 0.97 + random.nextDouble() * 0.06;
            if (random.nextInt(12) == 0) {
                price /= 2;
                if (random.nextBoolean()) {
                    actions.add(action(split(day, random), random));
                } else if (random.nextBoolean()) {
                    decisions.add(
                            new MoveDecision(
                                    Symbol.of("ACME"), day, at(random), "raw/decision/x.json"));
                }
            }
            if (random.nextInt(10) == 0) {
                actions.add(action(Bars.dividend(day.toString(), "0.5", provider(random)), random));
            }
            int statements = random.nextInt(4);
            for (int s = 0; s < statements; s++) {
                bars.add(
                        new BarObservation(
                                bar(day, price, random),
                                new Knowledge(at(random), random.nextBoolean()),
                                "raw/%d.body".formatted(random.nextInt(5))));
            }
        }
        return new Observed("ACME", bars, actions, decisions, day);
    }

    private static SourceBar bar(LocalDate day, double price, Random random) {
        double stated = random.nextInt(15) == 0 ? price * 100 : price;
        String close = String.valueOf(Math.round(stated) + random.nextInt(2));
        if (random.nextInt(20) == 0) {
            return Bars.daily(
                    "ACME",
                    day.toString(),
                    "%s %s %s %s 900".formatted(close, close, close, close));
        }
        Provider provider = provider(random);
        return Bars.close(
                day.toString(),
                close,
                provider,
                provider == Provider.YAHOO ? Basis.SPLIT : Basis.RAW);
    }

    private static CorporateAction split(LocalDate day, Random random) {
        return Bars.split(
                day.plusDays(random.nextInt(2)).toString(),
                2 + random.nextInt(2),
                1,
                provider(random));
    }

    private static ActionObservation action(CorporateAction action, Random random) {
        return new ActionObservation(
                action,
                new Knowledge(at(random), random.nextBoolean()),
                "raw/%d.body".formatted(random.nextInt(5)));
    }

    private static Provider provider(Random random) {
        return Provider.values()[random.nextInt(Provider.values().length)];
    }

    // Few different times, so that many observations are known at the same one.
    private static Instant at(Random random) {
        return Instant.parse("2025-06-01T00:00:00Z").plusSeconds(random.nextInt(4));
    }
}

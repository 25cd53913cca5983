package dev.bellwether.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.rule.Rule;
import dev.bellwether.market.rule.StandardRules;
import dev.bellwether.simulator.SyntheticYear;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A year of loads, with holidays, early closes, changes of the clock, splits, a rename, halts,
/// degraded days, outages and late corrections, against a ledger that is computed another way.
class SyntheticYearTest {
    private static final List<Rule> RULES = StandardRules.overlaidWith(List.of());
    private static final long SEEDS = 4;
    private static final Map<Long, YearStore> PLAYED = new HashMap<>();
    private static final Map<Long, Map<String, String>> LEDGERS = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theRowsAreTheExpectedOnes(long seed) {
        Map<String, String> statuses = played(seed).statuses();

        assertThat(statuses).isEqualTo(ledger(seed));
        assertThat(statuses.size()).isGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void batchingDuplicatesAndOrderOfSymbolsChangeNothing(long seed) {
        SyntheticYear year = SyntheticYear.of(seed);

        Map<String, String> statuses = play(year, Delivery.CUT_REPEATED_AND_SHUFFLED, seed);

        assertThat(statuses).isEqualTo(ledger(seed));
    }

    @Test
    void aYearBringsEveryStatus() {
        Map<String, Integer> counts = new HashMap<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            ledger(seed).values().forEach(status -> counts.merge(status, 1, Integer::sum));
        }

        assertThat(counts).containsOnlyKeys("fired", "recorded", "retracted", "retracted+");
    }

    @Test
    void noSplitIsAnAlert() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SyntheticYear year = SyntheticYear.of(seed);
            YearStore store = played(seed);
            for (SeriesFacts facts : year.facts().values()) {
                for (Split split : facts.splits()) {
                    String day = "alert#" + split.effectiveDay();
                    assertThat(store.rows.values())
                            .filteredOn(row ->
                                    row.symbol().equals(split.symbol())
                                            && row.ruleId().equals("move-daily")
                                            && row.sortKey().startsWith(day))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void withoutKnowledgeOfASplitNothingFiresOnItsDayEither() {
        SyntheticYear year = SyntheticYear.of(1);
        YearStore store = new YearStore();

        play(
                new SyntheticYear(year.history(), year.loads(), Map.of(), year.spans()),
                Delivery.ONE_BATCH_A_LOAD,
                1,
                store);

        for (String jumping : List.of("FOURONE", "TENTH")) {
            Split split = year.facts().get(Symbol.of(jumping)).splits().getFirst();
            assertThat(store.rows.values())
                    .filteredOn(row ->
                            row.symbol().equals(split.symbol())
                                    && row.sortKey().startsWith("alert#" + split.effectiveDay()))
                    .isEmpty();
        }
    }

    private static YearStore played(long seed) {
        return PLAYED.computeIfAbsent(
                seed,
                _ -> {
                    YearStore store = new YearStore();
                    play(SyntheticYear.of(seed), Delivery.ONE_BATCH_A_LOAD, seed, store);
                    return store;
                });
    }

    private static Map<String, String> ledger(long seed) {
        return LEDGERS.computeIfAbsent(seed, _ -> new YearLedger(SyntheticYear.of(seed)).statuses);
    }

    private enum Delivery {
        ONE_BATCH_A_LOAD,
        CUT_REPEATED_AND_SHUFFLED
    }

    private static Map<String, String> play(SyntheticYear year, Delivery delivery, long seed) {
        YearStore store = new YearStore();
        play(year, delivery, seed, store);
        return store.statuses();
    }

    private static void play(SyntheticYear year, Delivery delivery, long seed, YearStore store) {
        Random random = new Random(seed);
        store.putHistory(year);
        SeriesJudge judge =
                new SeriesJudge(
                        new JoinedHistory(store, year.spans()),
                        store,
                        symbol -> year.facts().getOrDefault(symbol, SeriesFacts.NONE));
        for (SyntheticYear.Load load : year.loads()) {
            List<StoredBar> changes = new ArrayList<>();
            for (OhlcvBar bar : load.bars()) {
                changes.add(store.put(bar, load.scheduledAt(), Optional.of(load.runDay())));
            }
            for (List<StoredBar> batch : batches(changes, delivery, random)) {
                deliver(batch, judge);
            }
        }
    }

    private static List<List<StoredBar>> batches(
            List<StoredBar> changes, Delivery delivery, Random random) {
        return switch (delivery) {
            case ONE_BATCH_A_LOAD -> List.of(changes);
            case CUT_REPEATED_AND_SHUFFLED -> {
                List<List<StoredBar>> batches = new ArrayList<>();
                for (int round = 0; round < 2; round++) {
                    List<StoredBar> shuffled = new ArrayList<>(changes);
                    Collections.shuffle(shuffled, random);
                    for (int from = 0; from < shuffled.size(); ) {
                        int to = Math.min(shuffled.size(), from + 1 + random.nextInt(4));
                        batches.add(shuffled.subList(from, to));
                        from = to;
                    }
                }
                yield batches;
            }
        };
    }

    private static void deliver(List<StoredBar> batch, SeriesJudge judge) {
        Map<SeriesChange.Key, SeriesChange> changes = new HashMap<>();
        for (StoredBar bar : batch) {
            changes.computeIfAbsent(SeriesChange.Key.of(bar), _ -> SeriesChange.of(bar)).add(bar);
        }
        changes.values().forEach(change -> judge.judge(change, RULES));
    }
}

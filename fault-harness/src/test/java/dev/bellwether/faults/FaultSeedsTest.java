package dev.bellwether.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Rerun a failing seed with `./bellwether faults --seed N`.
class FaultSeedsTest {
    private static final SeedRange EVERY_TIME = new SeedRange(0, 299);

    @Test
    void theFirstSeedsAndAllThatEverFailedKeepWhatIsPromised() throws InterruptedException {
        Set<Long> seeds = new LinkedHashSet<>(EVERY_TIME.seeds().boxed().toList());
        seeds.addAll(FailedSeeds.all());

        Totals totals = SeedRuns.run(seeds.stream().mapToLong(Long::longValue), _ -> {});

        assertThat(totals.failed()).isEmpty();
        // Seeds in which nothing went wrong would keep any promise.
        assertThat(totals.counts().get("seeds")).isEqualTo(seeds.size());
        assertThat(totals.faults().values()).hasSizeGreaterThan(15).allMatch(count -> count > 5);
        assertThat(totals.counts().get("alert rows")).isGreaterThan(200);
        assertThat(totals.counts().get("recorded alerts")).isGreaterThan(20);
        assertThat(totals.counts().get("messages of retractions")).isGreaterThan(20);
        assertThat(totals.counts().get("repeated messages")).isGreaterThan(0);
        assertThat(totals.counts().get("restated sampled bars")).isGreaterThan(1000);
    }

    @Test
    void theSameSeedDoesTheSame() {
        for (long seed = 7; seed < 12; seed++) {
            assertThat(SeedRun.run(seed)).isEqualTo(SeedRun.run(seed));
        }
    }
}

package dev.bellwether.market.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.DataCondition;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.Split;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.lake.TrainingSnapshot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TrainingSetFormsTest {
    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final LocalDate DAY = LocalDate.parse("2020-08-31");
    private static final String NO_SPLITS = "symbol,effective_date,new_shares,old_shares\n";
    private static final String NO_CONDITIONS = "symbol,trading_day,condition\n";

    @Test
    void theSnapshotIsReadAsItWasWritten() {
        TrainingSnapshot snapshot =
                new TrainingSnapshot(
                        "0123456789abcdef".repeat(4),
                        DAY,
                        Instant.parse("2020-09-01T04:00:01Z"),
                        6);

        byte[] json = TrainingSnapshotJson.write(snapshot);

        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"sha256\":\"%s\",\"last_day\":\"2020-08-31\",\"known_at\":\"2020-09-01T04:00:01Z\",\"symbols\":6}\n"
                                .formatted("0123456789abcdef".repeat(4)));
        assertThat(TrainingSnapshotJson.read(json)).isEqualTo(snapshot);
        assertThat(snapshot.barsPrefix()).isEqualTo("training/sets/0123456789abcdef/bars/");
    }

    @Test
    void anObjectThatNamesNoSetIsRefusedWithWhatIsWrong() {
        assertThatThrownBy(() -> TrainingSnapshotJson.read(bytes("{\"sha256\":\"../x\"}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("training/latest.json names no training set: ");
    }

    @Test
    void factsAreReadAsTheyWereWritten() {
        SortedMap<Symbol, SeriesFacts> facts = new TreeMap<>();
        facts.put(
                AAPL,
                new SeriesFacts(
                        List.of(new Split(AAPL, DAY, Instant.parse("2020-08-31T04:00:00Z"), 4, 1)),
                        Map.of(
                                LocalDate.parse("2020-09-02"), DataCondition.MISSING,
                                LocalDate.parse("2000-09-29"), DataCondition.DEGRADED)));

        byte[] splits = FactsCsv.splits(facts);
        byte[] conditions = FactsCsv.conditions(facts);

        assertThat(splits).isEqualTo(bytes(NO_SPLITS + "AAPL,2020-08-31,4,1\n"));
        assertThat(conditions)
                .isEqualTo(
                        bytes(
                                NO_CONDITIONS
                                        + "AAPL,2000-09-29,degraded\nAAPL,2020-09-02,missing\n"));
        assertThat(FactsCsv.read(splits, conditions)).isEqualTo(facts);
    }

    @Test
    void aLineThatIsNoFactIsNamed() {
        assertThatThrownBy(() ->
                        FactsCsv.read(
                                bytes(NO_SPLITS + "AAPL,2020-08-31,4\n"), bytes(NO_CONDITIONS)))
                .hasMessage("Reading splits.csv failed: line 2: it has 3 columns, not 4");
        assertThatThrownBy(() ->
                        FactsCsv.read(
                                bytes(NO_SPLITS), bytes(NO_CONDITIONS + "AAPL,2020-08-31,fine\n")))
                .hasMessage("Reading conditions.csv failed: line 2: 'fine' is no data condition");
        assertThatThrownBy(() -> FactsCsv.read(bytes(""), bytes(NO_CONDITIONS)))
                .hasMessageContaining("its first line has to be symbol,effective_date");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

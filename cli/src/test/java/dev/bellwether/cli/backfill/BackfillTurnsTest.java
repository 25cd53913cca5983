package dev.bellwether.cli.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.cli.demo.IngestReport.SymbolReport;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.cli.output.Progress;
import dev.bellwether.market.Symbol;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTurnsTest {
    private static final LocalDate HORIZON = LocalDate.of(2025, 11, 28);
    private static final Symbol A = Symbol.of("A");
    private static final Symbol B = Symbol.of("B");
    private static final Symbol C = Symbol.of("C");

    @TempDir private Path folder = Path.of("");
    private final List<Symbol> asked = new ArrayList<>();
    private final Map<Symbol, SymbolReport> answers = new HashMap<>();
    private BackfillMemory memory = new BackfillMemory(new StateFolder(folder));
    private int symbolsLeft = 9;

    @BeforeEach
    void remember() {
        memory = new BackfillMemory(new StateFolder(folder));
    }

    @Test
    void everySymbolIsAskedForOnceAndRemembered() {
        assertThat(run(A, B).values())
                .containsExactly(new Turn.Asked("loaded", 7), new Turn.Asked("loaded", 7));
        assertThat(asked).containsExactly(A, B);
        assertThat(memory.read(HORIZON))
                .isEqualTo(new Remembered(HORIZON, List.of(A, B), List.of()));
    }

    @Test
    void symbolsWaitWhenTheCallsAreUsedUp() {
        symbolsLeft = 1;

        assertThat(run(A, B, C).values())
                .containsExactly(
                        new Turn.Asked("loaded", 7), new Turn.Waiting(), new Turn.Waiting());
        assertThat(asked).containsExactly(A);
        assertThat(memory.read(HORIZON).done()).containsExactly(A);
    }

    @Test
    void aFailureConcernsItsSymbolOnlyAndIsAskedForAgain() {
        answers.put(A, report(A, "failed", List.of(), "transient: HTTP status 500"));

        assertThat(run(A, B).values())
                .containsExactly(
                        new Turn.Failed("transient: HTTP status 500"), new Turn.Asked("loaded", 7));
        assertThat(memory.read(HORIZON).done()).containsExactly(B);
    }

    @Test
    void nothingMoreIsAskedWhenTheProviderSaysThatTheCallsAreUsedUp() {
        answers.put(A, report(A, "failed", List.of(), "quota-exhausted: 25 requests per day"));

        assertThat(run(A, B).values())
                .containsExactly(
                        new Turn.Failed("quota-exhausted: 25 requests per day"),
                        new Turn.Waiting());
        assertThat(asked).containsExactly(A);
    }

    @Test
    void aSymbolWithoutItsSplitsIsNotDone() {
        String note = "SPLITS could not be had: quota-exhausted: 25 requests per day";
        answers.put(A, report(A, "loaded", List.of(note), ""));

        assertThat(run(A, B).values()).containsExactly(new Turn.Failed(note), new Turn.Waiting());
        assertThat(memory.read(HORIZON).done()).isEmpty();
    }

    @Test
    void whatWasDoneBeforeAnEndInTheMiddleIsRemembered() {
        BackfillTurns dying =
                new BackfillTurns(
                        symbol -> {
                            if (symbol.equals(B)) {
                                throw new IllegalStateException("the process ends here");
                            }
                            return report(symbol, "loaded", List.of(), "");
                        },
                        () -> true,
                        memory,
                        progress());

        assertThatThrownBy(() -> dying.run(List.of(A, B), Remembered.nothing(HORIZON)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(memory.read(HORIZON).done()).containsExactly(A);
        assertThat(memory.read(HORIZON).lacksTables()).isTrue();
    }

    private SequencedMap<Symbol, Turn> run(Symbol... symbols) {
        return new BackfillTurns(
                        symbol -> {
                            asked.add(symbol);
                            return answers.getOrDefault(
                                    symbol, report(symbol, "loaded", List.of(), ""));
                        },
                        () -> symbolsLeft-- > 0,
                        memory,
                        progress())
                .run(List.of(symbols), Remembered.nothing(HORIZON));
    }

    private static Progress progress() {
        return new Progress(new PrintWriter(new StringWriter()), false);
    }

    private static SymbolReport report(
            Symbol symbol, String outcome, List<String> notes, String reason) {
        return new SymbolReport(symbol.value(), outcome, 7, 7, 0, "2025-11-28", notes, reason);
    }
}

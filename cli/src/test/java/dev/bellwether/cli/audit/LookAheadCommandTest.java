package dev.bellwether.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.cli.CommandRun;
import dev.bellwether.cli.home.ExitStatus;
import dev.bellwether.market.Symbol;
import dev.bellwether.simulator.SyntheticMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAheadCommandTest {
    private static final SyntheticMarket MARKET = SyntheticMarket.of(Symbol.listOf("AMZN"));

    @TempDir Path folder;

    @Test
    void everyKindOfRuleIsAuditedInEachWayItIsEvaluated() throws IOException {
        Path file =
                Files.write(folder.resolve("daily_AMZN.csv"), MARKET.dailyCsv(Symbol.of("AMZN")));
        Path splits =
                Files.writeString(
                        folder.resolve("splits.csv"),
                        "effective_date,split_factor\n2025-03-03,3:2\n");
        CommandRun run =
                CommandRun.of(
                        "audit",
                        "lookahead",
                        "--cuts",
                        "25",
                        "--input",
                        file.toString(),
                        "--actions",
                        splits.toString(),
                        "-o",
                        "csv");

        assertThat(run.exitStatus()).as(run.errors()).isEqualTo(ExitStatus.OK);
        assertThat(run.lines())
                .hasSize(1 + 5 * 3)
                .startsWith("rule,evaluation,symbol,bars,cuts,differences");
        // 25 drawn and those around the split; nothing changes at any.
        assertThat(run.lines().subList(1, 16))
                .allMatch(line -> line.matches(".*,AMZN,750,2[5-9],0"));
    }

    @Test
    void withoutFilesAndWithoutALakeTheSyntheticMarketIsAudited() {
        CommandRun run =
                CommandRun.of(
                        "audit",
                        "lookahead",
                        "--rule",
                        "percent-change:5",
                        "--cuts",
                        "5",
                        "--state",
                        folder.toString());

        assertThat(run.exitStatus()).isEqualTo(ExitStatus.OK);
        assertThat(run.errors()).contains("synthetic market");
        assertThat(run.output()).contains("live window").contains("NVDA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit",
                "audit lookahead --rule x",
                "audit lookahead --cuts 0",
                "audit lookahead --symbols x"
            })
    void aWrongCommandLineIsAUsageError(String line) {
        CommandRun run = CommandRun.of(line.split(" "));

        assertThat(run.exitStatus()).as(run.errors()).isEqualTo(ExitStatus.USAGE);
    }
}

package dev.bellwether.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMarketTest {
    private static final String HEADER = "timestamp,open,high,low,close,volume\n";
    private static final String WEDNESDAY =
            "2025-10-29,269.2750,271.4100,267.1100,269.7000,51086742\n";
    private static final String TUESDAY =
            "2025-10-28,268.9850,269.8900,268.1500,269.0000,41534759\n";
    private static final Symbol AAPL = Symbol.of("AAPL");

    @TempDir Path folder;

    @Test
    void theSymbolIsTheCapitalPartOfTheName() throws IOException {
        for (String name :
                new String[] {
                    "daily_AAPL.csv",
                    "MSFT_daily.csv",
                    "BRK.B.csv",
                    "daily_BF-B.CSV",
                    "IBM_2025-10-29.csv",
                    "x_2330.csv"
                }) {
            write(name, HEADER + WEDNESDAY);
        }

        FolderMarket market = FolderMarket.of(folder);

        assertThat(market.symbols()).hasToString("[2330, AAPL, BF-B, BRK.B, IBM, MSFT]");
        assertThat(market.files().get(Symbol.of("IBM"))).hasFileName("IBM_2025-10-29.csv");
        assertThat(market.ignored()).isEmpty();
    }

    @Test
    void bytesAreServedAsTheyLie() throws IOException {
        String odd =
                "timestamp,open,high,low,close,volume\r\n"
                        + WEDNESDAY
                        + "2025-10-28,1,\u00e9,nonsense\r\n"
                        + TUESDAY.strip();
        write("daily_AAPL.csv", odd);

        assertThat(FolderMarket.of(folder).dailyCsv(AAPL))
                .isEqualTo(odd.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void corporateActionsAreServedBesideTheBars() throws IOException {
        write("daily_AAPL.csv", HEADER + WEDNESDAY);
        write("splits_AAPL.csv", "effective_date,split_factor\n2020-08-31,4.0000\n");

        FolderMarket market = FolderMarket.of(folder);

        assertThat(market.actionsCsv(AAPL, ActionKind.SPLITS))
                .asString()
                .isEqualTo("effective_date,split_factor\n2020-08-31,4.0000\n");
        assertThat(market.actionsCsv(AAPL, ActionKind.DIVIDENDS))
                .asString()
                .isEqualTo("ex_dividend_date,declaration_date,record_date,payment_date,amount\r\n");
        assertThat(market.symbols()).containsExactly(AAPL);
        assertThat(market.ignored()).isEmpty();
    }

    @Test
    void whatIsNotServedIsNamedWithItsReason() throws IOException {
        write("daily_AAPL.csv", HEADER + WEDNESDAY);
        write("daily_adjusted_AAPL.csv", "timestamp,open,high,low,close,adjusted_close,volume\n");
        write("notes.txt", "hello");
        write("prices.csv", HEADER + WEDNESDAY);
        write("A_B.csv", HEADER + WEDNESDAY);
        write("bom_MSFT.csv", "\ufeff" + HEADER + WEDNESDAY);
        Files.createDirectory(folder.resolve("older"));

        assertThat(FolderMarket.of(folder).ignored())
                .extracting(FolderMarket.IgnoredFile::name, FolderMarket.IgnoredFile::reason)
                .map(Object::toString)
                .containsExactly(
                        "(\"A_B.csv\", \"its name could be of any of [A, B]\")",
                        "(\"bom_MSFT.csv\", \"its first line is not exactly timestamp,open,high,low,close,volume\")",
                        "(\"daily_adjusted_AAPL.csv\", \"its first line is not exactly timestamp,open,high,low,close,volume\")",
                        "(\"notes.txt\", \"its name does not end in .csv\")",
                        "(\"older\", \"it is a folder; name it as the input folder to serve what is in it\")",
                        "(\"prices.csv\", \"no part of its name is a symbol, as AAPL is in daily_AAPL.csv\")");
    }

    @Test
    void twoServedFilesOfOneSymbolAreAnErrorThatNamesBoth() throws IOException {
        write("AAPL_daily.csv", HEADER + TUESDAY);
        write("daily_AAPL.csv", HEADER + WEDNESDAY);

        assertThatThrownBy(() -> FolderMarket.of(folder))
                .isInstanceOf(InvalidFolderException.class)
                .hasMessageContaining("AAPL_daily.csv and daily_AAPL.csv");
    }

    @Test
    void anIgnoredSecondFileOfASymbolIsNoError() throws IOException {
        write("daily_AAPL.csv", HEADER + WEDNESDAY);
        write("weekly_AAPL.csv", "timestamp,open,high,low,close,adjusted close,volume\n");

        assertThat(FolderMarket.of(folder).symbols()).containsExactly(AAPL);
    }

    @Test
    void aFolderWithoutDailyBarsIsAnError() {
        assertThatThrownBy(() -> FolderMarket.of(folder))
                .isInstanceOf(InvalidFolderException.class)
                .hasMessageContaining("holds no daily bars");
        assertThatThrownBy(() -> FolderMarket.of(folder.resolve("nowhere")))
                .isInstanceOf(InvalidFolderException.class)
                .hasMessageContaining("is not a folder");
    }

    @Test
    void theRunDayIsTheLatestSessionOfAllSymbols() throws IOException {
        write("daily_AAPL.csv", HEADER + "2025-11-01,1,1,1,1,1\n" + TUESDAY);
        write("daily_MSFT.csv", HEADER + WEDNESDAY);
        FolderMarket market = FolderMarket.of(folder);

        assertThat(market.runDay()).isEqualTo(LocalDate.of(2025, 10, 29));
        assertThat(market.runDay(java.util.List.of(AAPL))).isEqualTo(LocalDate.of(2025, 10, 28));
        assertThat(market.findLastDay(AAPL)).contains(LocalDate.of(2025, 11, 1));
    }

    @Test
    void impossibleAndUnreadableRowsAreNoBarsThoughTheyAreServed() throws IOException {
        write(
                "daily_AAPL.csv",
                HEADER + WEDNESDAY + "2025-10-27,10,9,11,10,5\n2025-10-24,1,2\n" + TUESDAY);

        assertThat(FolderMarket.of(folder).bars(AAPL).keySet())
                .containsExactly(LocalDate.of(2025, 10, 28), LocalDate.of(2025, 10, 29));
    }

    @Test
    void aFileWithoutAnyBarIsServedAndHasNoLastDay() throws IOException {
        write("daily_AAPL.csv", HEADER);
        FolderMarket market = FolderMarket.of(folder);

        assertThat(market.findLastDay(AAPL)).isEmpty();
        assertThatThrownBy(market::runDay).hasMessageContaining("no day to run");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}

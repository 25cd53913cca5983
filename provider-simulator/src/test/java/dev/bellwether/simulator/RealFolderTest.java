package dev.bellwether.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Runs over a folder of real daily files, if one is named.
@EnabledIfSystemProperty(
        named = "bellwether.data",
        matches = ".+",
        disabledReason = "-Dbellwether.data names no folder of real daily CSV files")
class RealFolderTest {
    @Test
    void everyFileIsServedByteForByteAndEverySessionHasACourseThroughItsBar() throws IOException {
        TradingCalendar calendar = TradingCalendar.nyse();
        FolderMarket market = FolderMarket.of(Path.of(System.getProperty("bellwether.data")));

        for (Map.Entry<Symbol, Path> file : market.files().entrySet()) {
            byte[] csv = Files.readAllBytes(file.getValue());
            assertThat(market.dailyCsv(file.getKey())).isEqualTo(csv);
            assertThat(market.bars(file.getKey()))
                    .as("%s", file)
                    .hasSameSizeAs(AlphaVantageCsv.rows(csv));
            for (OhlcvBar bar : market.bars(file.getKey()).values()) {
                if (calendar.isSession(bar.tradingDay())) {
                    Session session = calendar.findSession(bar.tradingDay()).orElseThrow();
                    SessionSoFar end = IntradayPath.of(bar, session).at(session.close());
                    assertThat(end.high()).isEqualByComparingTo(rounded(bar.high()));
                    assertThat(end.low()).isEqualByComparingTo(rounded(bar.low()));
                    assertThat(end.price()).isEqualByComparingTo(rounded(bar.close()));
                    assertThat(end.volume()).isEqualTo(bar.volume());
                }
            }
        }
    }

    // Files that went through binary floats hold prices such as 9.972000000000001.
    private static BigDecimal rounded(BigDecimal price) {
        return price.setScale(4, RoundingMode.HALF_EVEN);
    }
}

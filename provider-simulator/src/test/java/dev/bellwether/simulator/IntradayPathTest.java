package dev.bellwether.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Provider;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntradayPathTest {
    private static final Symbol SYMBOL = Symbol.of("AAPL");
    private static final TradingCalendar CALENDAR = TradingCalendar.nyse();

    @Test
    void fromOpenToCloseThePathStaysInItsBarAndTouchesBothEdges() {
        for (int seed = 0; seed < 100; seed++) {
            SyntheticMarket market =
                    new SyntheticMarket(seed, List.of(SYMBOL), LocalDate.of(2024, 7, 5), 3);
            for (OhlcvBar bar : market.bars(SYMBOL).values()) {
                checkCourse(bar);
            }
        }
    }

    @Test
    void oddBarsHaveExactCoursesToo() {
        checkCourse(bar("10", "10", "10", "10", 0));
        checkCourse(bar("269.2750", "271.4100", "267.1100", "267.1100", 51_086_742));
        checkCourse(bar("0.0001", "0.0003", "0.0001", "0.0002", 7));
        checkCourse(bar("100", "100", "99.9999", "99.9999", 1));
        checkCourse(bar("523000.5", "524000", "522999.1234", "523000", 1_234));
    }

    @Test
    void betweenTwoPointsTheOlderOneStands() {
        OhlcvBar bar = bar("10", "12", "9", "11", 1_000_000);
        Session session = CALENDAR.findSession(bar.tradingDay()).orElseThrow();
        IntradayPath path = IntradayPath.of(bar, session);

        SessionSoFar point = path.at(session.open().plusSeconds(90));

        assertThat(point.at()).isEqualTo(session.open().plusSeconds(90));
        assertThat(path.at(session.open().plusSeconds(119))).isEqualTo(point);
        assertThat(path.at(session.close().plusSeconds(86_400)).at()).isEqualTo(session.close());
    }

    private static void checkCourse(OhlcvBar bar) {
        Session session = CALENDAR.findSession(bar.tradingDay()).orElseThrow();
        IntradayPath path = IntradayPath.of(bar, session);
        List<SessionSoFar> course = new ArrayList<>();
        for (Instant at = session.open();
                !at.isAfter(session.close());
                at = at.plus(IntradayPath.STEP)) {
            course.add(path.at(at));
        }

        assertThat(course).as("%s", bar).hasSize(session.isEarlyClose() ? 421 : 781);
        SessionSoFar last = course.getLast();
        assertThat(course.getFirst().price()).isEqualByComparingTo(bar.open());
        assertThat(last.open()).isEqualByComparingTo(bar.open());
        assertThat(last.high()).isEqualByComparingTo(bar.high());
        assertThat(last.low()).isEqualByComparingTo(bar.low());
        assertThat(last.price()).isEqualByComparingTo(bar.close());
        assertThat(last.volume()).isEqualTo(bar.volume());
        long volume = 0;
        for (SessionSoFar point : course) {
            assertThat(
                            OhlcvBar.findProblem(
                                    point.open(),
                                    point.high(),
                                    point.low(),
                                    point.price(),
                                    point.volume()))
                    .isEmpty();
            assertThat(point.volume()).isGreaterThanOrEqualTo(volume);
            volume = point.volume();
        }
    }

    private static OhlcvBar bar(String open, String high, String low, String close, long volume) {
        return new OhlcvBar(
                SYMBOL,
                LocalDate.of(2025, 10, 29),
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close),
                volume,
                Provider.ALPHA_VANTAGE);
    }
}

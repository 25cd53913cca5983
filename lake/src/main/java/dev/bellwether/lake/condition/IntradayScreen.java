package dev.bellwether.lake.condition;

import dev.bellwether.lake.SourceBar;
import dev.bellwether.market.BarFlag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Flags the shorter bars of one series and day: where none was traded, and prices that are out by
/// orders of magnitude. A flat minute is nothing odd, and a bar without open and close is judged by
/// its high and low.
public final class IntradayScreen {
    private static final BigDecimal ORDERS_OF_MAGNITUDE = BigDecimal.valueOf(50);

    private IntradayScreen() {}

    /// The bars in their order. What is held against is the median of the day's lows.
    public static List<ScreenedBar> screen(List<SourceBar> bars) {
        List<BigDecimal> lows =
                bars.stream().map(SourceBar::low).sorted(Comparator.naturalOrder()).toList();
        return bars.stream().map(bar -> screen(bar, lows.get((lows.size() - 1) / 2))).toList();
    }

    private static ScreenedBar screen(SourceBar bar, BigDecimal usual) {
        List<String> flags = new ArrayList<>();
        Long volume = bar.volume();
        if (volume != null && volume == 0) {
            flags.add(BarFlag.ZERO_VOLUME.id());
        }
        boolean out =
                Stream.of(bar.low(), bar.high())
                        .anyMatch(price ->
                                price.compareTo(usual.multiply(ORDERS_OF_MAGNITUDE)) >= 0
                                        || price.multiply(ORDERS_OF_MAGNITUDE).compareTo(usual)
                                                <= 0);
        if (out) {
            flags.add(DailyScreen.HUNDREDFOLD);
        }
        return new ScreenedBar(bar, flags, out);
    }
}

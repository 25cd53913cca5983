package dev.bellwether.cli.bars;

import dev.bellwether.market.BarFlag;
import dev.bellwether.market.ClosedBar;
import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.SeriesFacts;
import dev.bellwether.market.TradingCalendar;
import dev.bellwether.market.rule.BarScreen;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says what looks wrong in a file's bars, one line each.
///
/// @param facts what is known about the symbol
public record Oddities(TradingCalendar calendar, SeriesFacts facts) {
    private static final MathContext TIMES = new MathContext(3);

    /// What is odd, oldest first.
    public List<String> of(PriceFile file) {
        BarScreen screen = new BarScreen(calendar, file.timeframe(), facts);
        List<String> found = new ArrayList<>();
        int uncovered = 0;
        Optional<ClosedBar> previous = Optional.empty();
        for (PriceRow row : file.rows()) {
            ClosedBar bar = row.bar(file.timeframe());
            boolean covered = calendar.covers(bar.tradingDay());
            uncovered += covered ? 0 : 1;
            about(screen, previous, row, bar, covered)
                    .forEach(text ->
                            found.add("%s (line %d): %s".formatted(row.when(), row.line(), text)));
            previous = Optional.of(bar);
        }
        if (uncovered > 0) {
            found.add(
                    "%d bars lie outside %d to %d, for which alone there is a calendar: closed days among them are not known"
                            .formatted(
                                    uncovered,
                                    TradingCalendar.FIRST_YEAR,
                                    TradingCalendar.LAST_YEAR));
        }
        return found;
    }

    private static List<String> about(
            BarScreen screen,
            Optional<ClosedBar> previous,
            PriceRow row,
            ClosedBar bar,
            boolean covered) {
        List<String> texts = new ArrayList<>();
        Set<BarFlag> flags = screen.oddities(bar);
        boolean isNewDay =
                previous.isEmpty() || !previous.get().tradingDay().equals(bar.tradingDay());
        if (covered && isNewDay && flags.contains(BarFlag.NON_SESSION_DAY)) {
            texts.add("closed day, the exchange holds no session");
        }
        if (row.volume().isPresent() && flags.contains(BarFlag.ZERO_VOLUME)) {
            texts.add("suspect bar, nothing was traded");
        }
        if (row.isComplete() && flags.contains(BarFlag.FLAT)) {
            texts.add(
                    "suspect bar, %,d shares all at %s"
                            .formatted(bar.volume(), bar.close().toPlainString()));
        }
        impossible(row, bar).ifPresent(problem -> texts.add("suspect bar, " + problem));
        if (previous.isPresent() && screen.isUnexplainedJump(previous.get(), bar)) {
            texts.add(
                    "jump, %s after %s (times %s) without a known split"
                            .formatted(
                                    bar.close().toPlainString(),
                                    previous.get().close().toPlainString(),
                                    bar.close()
                                            .divide(previous.get().close(), TIMES)
                                            .toPlainString()));
        }
        return texts;
    }

    private static Optional<String> impossible(PriceRow row, ClosedBar bar) {
        return OhlcvBar.findProblem(
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                row.volume().isEmpty() ? 0 : bar.volume());
    }
}

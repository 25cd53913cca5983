package dev.bellwether.training;

import dev.bellwether.market.OhlcvBar;
import dev.bellwether.market.Symbol;
import dev.bellwether.training.sample.PriceSeries;
import dev.bellwether.training.sample.SampleTable;
import java.util.List;
import java.util.stream.IntStream;

/// A symbol's part of a run, on one thread and with nothing in memory but its own bars.
///
/// @param number the symbol's place among `of`, by which the shuffles are shared out
record StudyRun(Symbol symbol, BarChannel channel, Study.Terms terms, int number, int of) {

    /// What came of it.
    ///
    /// @param last the newest bar; the symbol has one
    /// @param bars how many
    /// @param shuffles how many shuffles of its labels were tried
    /// @param shuffleClaims how many of them claimed skill
    /// @param lookAhead whether its features changed when the future was cut off
    record Result(
            Symbol symbol,
            Study study,
            List<OhlcvBar> last,
            int bars,
            int shuffles,
            int shuffleClaims,
            boolean lookAhead) {}

    Result run() {
        PriceSeries series = channel.series(symbol);
        SampleTable samples = SampleTable.of(series, terms.market(), terms.horizon());
        Study study = Study.of(series, samples, terms);
        int shuffles = 0;
        int claims = 0;
        if (study instanceof Study.Modelled) {
            for (int i = number; i < Canaries.EACH; i += of) {
                shuffles++;
                claims += Canaries.shuffleClaims(samples, terms.days(), i) ? 1 : 0;
            }
        }
        List<OhlcvBar> bars = IntStream.range(0, series.size()).mapToObj(series::bar).toList();
        boolean free =
                LookAhead.isFree(
                        bars,
                        channel.facts().of(symbol),
                        (known, bar) ->
                                SampleTable.featuresAt(
                                        known, terms.market(), terms.horizon(), bar));
        return new Result(
                symbol,
                study,
                bars.isEmpty() ? List.of() : List.of(bars.getLast()),
                bars.size(),
                shuffles,
                claims,
                !free);
    }
}

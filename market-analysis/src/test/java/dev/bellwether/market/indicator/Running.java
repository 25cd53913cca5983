package dev.bellwether.market.indicator;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// An indicator as the comparisons see it: bars in, any number of figures out.
interface Running {
    void add(PriceBar bar);

    List<OptionalDouble> figures();

    String stateText();

    static Running sma(Sma sma) {
        return new Running() {
            @Override
            public void add(PriceBar bar) {
                sma.add(bar.close());
            }

            @Override
            public List<OptionalDouble> figures() {
                return List.of(
                        sma.isFull()
                                ? OptionalDouble.of(sma.rounded().doubleValue())
                                : OptionalDouble.empty());
            }

            @Override
            public String stateText() {
                return sma.state().text();
            }
        };
    }

    static Running ema(Ema ema) {
        return new Running() {
            @Override
            public void add(PriceBar bar) {
                ema.add(bar.close());
            }

            @Override
            public List<OptionalDouble> figures() {
                return List.of(ema.value());
            }

            @Override
            public String stateText() {
                return ema.state().text();
            }
        };
    }

    static Running rsi(Rsi rsi) {
        return new Running() {
            @Override
            public void add(PriceBar bar) {
                rsi.add(bar.close());
            }

            @Override
            public List<OptionalDouble> figures() {
                return List.of(rsi.value());
            }

            @Override
            public String stateText() {
                return rsi.state().text();
            }
        };
    }

    static Running macd(Macd macd) {
        return new Running() {
            @Override
            public void add(PriceBar bar) {
                macd.add(bar.close());
            }

            @Override
            public List<OptionalDouble> figures() {
                return List.of(macd.value(), macd.signal(), macd.histogram());
            }

            @Override
            public String stateText() {
                return macd.state().text();
            }
        };
    }

    static Running deviation(StandardDeviation deviation) {
        return new Running() {
            @Override
            public void add(PriceBar bar) {
                deviation.add(bar.close());
            }

            @Override
            public List<OptionalDouble> figures() {
                return List.of(deviation.value());
            }

            @Override
            public String stateText() {
                return deviation.state().text();
            }
        };
    }

    static Running bollinger(BollingerBands bands) {
        return new Running() {
            @Override
            public void add(PriceBar bar) {
                bands.add(bar.close());
            }

            @Override
            public List<OptionalDouble> figures() {
                return bands.value()
                        .map(at ->
                                Stream.of(at.lower(), at.middle(), at.upper())
                                        .map(OptionalDouble::of)
                                        .toList())
                        .orElse(
                                List.of(
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty()));
            }

            @Override
            public String stateText() {
                return bands.state().text();
            }
        };
    }

    static Running stochastic(Stochastic stochastic) {
        return new Running() {
            @Override
            public void add(PriceBar bar) {
                stochastic.add(bar.high(), bar.low(), bar.close());
            }

            @Override
            public List<OptionalDouble> figures() {
                return List.of(stochastic.percentK(), stochastic.percentD());
            }

            @Override
            public String stateText() {
                return stochastic.state().text();
            }
        };
    }
}

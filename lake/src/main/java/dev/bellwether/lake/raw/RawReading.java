package dev.bellwether.lake.raw;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.CorporateAction.CashDividend;
import dev.bellwether.lake.CorporateAction.SharesSplit;
import dev.bellwether.lake.Knowledge;
import dev.bellwether.lake.Rejection;
import dev.bellwether.lake.SourceBar;
import dev.bellwether.lake.action.Listing;
import dev.bellwether.lake.action.SymbolHistory;
import dev.bellwether.lake.file.FileReading;
import dev.bellwether.lake.history.PublicationLag;
import dev.bellwether.lake.raw.RawDescription.Fetched;
import dev.bellwether.lake.raw.RawDescription.Imported;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns what was read out of a raw object into observations: each under the symbol that traded
/// that day, and with the time since when it is known.
///
/// Known since the object's fetch. A file that was imported without the time of its fetch is taken
/// to have been known after each day's publication. When it was imported says nothing.
public final class RawReading {
    private final TradingCalendar calendar;
    private final SymbolHistory symbols;

    /// Readings by that calendar and history of symbols.
    public RawReading(TradingCalendar calendar, SymbolHistory symbols) {
        this.calendar = calendar;
        this.symbols = symbols;
    }

    /// What the object states: nothing unless it was read as data. Bars that no market can have
    /// made are among the rejections, should the reading have let them through.
    public RawObservations observe(RawDescription description, String rawKey, FileReading reading) {
        if (!(reading instanceof FileReading.Data data)) {
            return RawObservations.NONE;
        }
        Optional<Instant> fetchedAt = findFetched(description);
        List<BarObservation> bars = new ArrayList<>(data.bars().size());
        List<Rejection> rejections = new ArrayList<>(data.rejections());
        for (int i = 0; i < data.bars().size(); i++) {
            SourceBar bar = renamed(data.bars().get(i), fetchedAt);
            Optional<String> problem = findProblem(bar);
            if (problem.isPresent()) {
                rejections.add(
                        new Rejection(
                                i + 1, QuarantineReason.IMPOSSIBLE, problem.get(), bar.toString()));
            } else {
                bars.add(
                        new BarObservation(
                                bar,
                                fetchedAt
                                        .map(Knowledge::fetched)
                                        .orElseGet(() -> PublicationLag.of(bar, calendar)),
                                rawKey));
            }
        }
        List<ActionObservation> actions = new ArrayList<>(data.actions().size());
        for (CorporateAction stated : data.actions()) {
            CorporateAction action = renamed(stated, fetchedAt);
            actions.add(
                    new ActionObservation(
                            action,
                            fetchedAt
                                    .map(Knowledge::fetched)
                                    .orElseGet(() -> PublicationLag.of(action, calendar)),
                            rawKey));
        }
        return new RawObservations(bars, actions, rejections);
    }

    private static Optional<Instant> findFetched(RawDescription description) {
        if (description instanceof Fetched fetched) {
            return Optional.of(fetched.fetchedAt());
        }
        return description instanceof Imported imported ? imported.fetchedAt() : Optional.empty();
    }

    private Listing listing(Symbol symbol, LocalDate day, Optional<Instant> fetchedAt) {
        return fetchedAt
                .map(at ->
                        symbols.listing(symbol, day, at.atZone(TradingCalendar.ZONE).toLocalDate()))
                .orElseGet(() -> symbols.listing(symbol, day));
    }

    private SourceBar renamed(SourceBar bar, Optional<Instant> fetchedAt) {
        Symbol symbol = listing(bar.symbol(), bar.tradingDay(), fetchedAt).symbol();
        return symbol.equals(bar.symbol())
                ? bar
                : new SourceBar(
                        symbol,
                        bar.interval(),
                        bar.start(),
                        bar.tradingDay(),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume(),
                        bar.provider(),
                        bar.feed(),
                        bar.basis());
    }

    private CorporateAction renamed(CorporateAction action, Optional<Instant> fetchedAt) {
        Symbol symbol = listing(action.symbol(), action.effectiveDay(), fetchedAt).symbol();
        if (action instanceof SharesSplit split) {
            return new SharesSplit(
                    symbol,
                    split.effectiveDay(),
                    split.announcedDay(),
                    split.newShares(),
                    split.oldShares(),
                    split.coefficient(),
                    split.provider());
        }
        return new CashDividend(
                symbol,
                action.effectiveDay(),
                action.announcedDay(),
                ((CashDividend) action).amount(),
                action.provider());
    }

    private static Optional<String> findProblem(SourceBar bar) {
        List<BigDecimal> prices =
                Stream.of(bar.open(), bar.high(), bar.low(), bar.close())
                        .filter(Objects::nonNull)
                        .toList();
        Long volume = bar.volume();
        if (prices.stream().anyMatch(price -> price.signum() <= 0)) {
            return Optional.of("a price is not above zero");
        }
        if (prices.stream()
                .anyMatch(price ->
                        price.compareTo(bar.low()) < 0 || price.compareTo(bar.high()) > 0)) {
            return Optional.of("a price is outside low to high");
        }
        return volume != null && volume < 0
                ? Optional.of("volume %d is negative".formatted(volume))
                : Optional.empty();
    }
}

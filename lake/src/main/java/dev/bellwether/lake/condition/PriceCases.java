package dev.bellwether.lake.condition;

import dev.bellwether.lake.action.AppliedActions;
import dev.bellwether.lake.action.AppliedSplit;
import dev.bellwether.market.BarFlag;
import dev.bellwether.market.OhlcvBar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the moves between raw daily closes that need an explanation, and what explains them.
///
/// A jump is explained by the splits that take effect after the day before and up to its day, if
/// the closes agree with them within a quarter. A split that they do not agree with is a case as
/// well, even where there is no jump. What nothing explains is a real move if a second provider
/// shows it or a user says so, whichever is known earlier.
public final class PriceCases {
    private static final double EXPLAINED_WITHIN = 0.25;

    private final AppliedActions actions;
    private final List<SecondOpinion> opinions;
    private final Map<LocalDate, Instant> decisions;

    /// The means to explain a move.
    ///
    /// @param opinions every series of every provider
    /// @param decisions days whose move a user confirmed, and when
    public PriceCases(
            AppliedActions actions,
            List<SecondOpinion> opinions,
            Map<LocalDate, Instant> decisions) {
        this.actions = actions;
        this.opinions = List.copyOf(opinions);
        this.decisions = Map.copyOf(decisions);
    }

    /// The cases of a raw series by day.
    ///
    /// @param series oldest first; suspect bars are passed over
    public List<PriceCase> find(Collection<ScreenedBar> series) {
        List<PriceCase> cases = new ArrayList<>();
        Optional<OhlcvBar> before = Optional.empty();
        for (ScreenedBar screened : series) {
            if (screened.suspect()) {
                continue;
            }
            OhlcvBar bar = DailyScreen.whole(screened.bar()).orElseThrow();
            before.flatMap(previous -> findCase(previous, bar)).ifPresent(cases::add);
            before = Optional.of(bar);
        }
        return List.copyOf(cases);
    }

    private Optional<PriceCase> findCase(OhlcvBar before, OhlcvBar bar) {
        boolean jump = BarFlag.isJump(before.close(), bar.close());
        List<AppliedSplit> splits = actions.splitsBetween(before.tradingDay(), bar.tradingDay());
        if (splits.isEmpty() && !jump) {
            return Optional.empty();
        }
        BigDecimal restated =
                actions.restated(before.close(), before.tradingDay(), bar.tradingDay());
        double move = bar.close().doubleValue() / restated.doubleValue();
        boolean explained = !splits.isEmpty() && Math.abs(move - 1) <= EXPLAINED_WITHIN;
        if (explained && !jump) {
            return Optional.empty();
        }
        String looksLike = LikelyRatio.of(before.close(), bar.close());
        return Optional.of(
                new PriceCase(
                        bar.symbol(),
                        bar.tradingDay(),
                        before.tradingDay(),
                        before.close(),
                        bar.close(),
                        looksLike,
                        explained
                                ? Optional.of(explanation(splits))
                                : findConfirmation(before, bar, move, looksLike)));
    }

    private static Closing explanation(List<AppliedSplit> splits) {
        return new Closing(
                CaseStatus.EXPLAINED,
                splits.stream().map(AppliedSplit::describe).collect(Collectors.joining(" and ")),
                splits.stream()
                        .map(AppliedSplit::knownAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private Optional<Closing> findConfirmation(
            OhlcvBar before, OhlcvBar bar, double move, String looksLike) {
        Stream<Closing> byOthers =
                opinions.stream()
                        .filter(opinion ->
                                opinion.provider() != bar.provider()
                                        && opinion.provider() != before.provider())
                        .flatMap(opinion ->
                                opinion
                                        .findConfirmation(
                                                before.tradingDay(),
                                                bar.tradingDay(),
                                                move,
                                                looksLike)
                                        .stream());
        Stream<Closing> byUser =
                Optional.ofNullable(decisions.get(bar.tradingDay()))
                        .map(at -> new Closing(CaseStatus.CONFIRMED_MOVE, "decision", at))
                        .stream();
        return Stream.concat(byOthers, byUser)
                .min(Comparator.comparing(Closing::at).thenComparing(Closing::by));
    }
}

package dev.bellwether.cli.alerts;

import dev.bellwether.market.Direction;
import dev.bellwether.market.rule.RuleKind;
import dev.bellwether.market.study.UsefulnessStudy.Finding;
import dev.bellwether.market.study.UsefulnessStudy.Verdict;
import java.util.Locale;

/// A finding as a trader would say it.
final class FindingWords {
    private FindingWords() {}

    static String of(Finding finding) {
        if (finding.fires() == 0) {
            return "There were no %s with %s after them: nothing can be said."
                    .formatted(events(finding, 2), sessions(finding));
        }
        boolean up = finding.direction() == Direction.UP;
        // In the alert's own direction: a fall after a down-crossing is what the alert suggests.
        double more = up ? finding.difference() : -finding.difference();
        double lower = up ? finding.lower() : -finding.upper();
        double upper = up ? finding.upper() : -finding.lower();
        return String.format(
                Locale.ROOT,
                "After %,d %s the price %s %.1f %% %s over the next %s than after random days of the same stocks and years"
                        + " (95 %% interval %+.1f %% to %+.1f %%): %s.",
                finding.fires(),
                events(finding, finding.fires()),
                up ? "rose" : "fell",
                100 * Math.abs(more),
                more >= 0 ? "more" : "less",
                sessions(finding),
                100 * lower,
                100 * upper,
                verdict(finding));
    }

    private static String verdict(Finding finding) {
        return switch (finding.verdict()) {
            case Verdict.TOO_FEW -> "too few to tell";
            case Verdict.NO_EVIDENCE -> "no evidence that it helps";
            case Verdict.GOES_ON ->
                    "evidence that the price goes on that way (p %s after correction)"
                            .formatted(p(finding));
            case Verdict.TURNS ->
                    "evidence that the price does the opposite (p %s after correction)"
                            .formatted(p(finding));
        };
    }

    private static String p(Finding finding) {
        return String.format(Locale.ROOT, "%.3f", finding.corrected().orElseThrow());
    }

    private static String events(Finding finding, int count) {
        String way = finding.direction().id();
        String event =
                finding.kind() instanceof RuleKind.PercentChange
                        ? way + "-move"
                        : way + "-crossing";
        return count == 1 ? event : event + "s";
    }

    private static String sessions(Finding finding) {
        return finding.horizon() == 1 ? "session" : finding.horizon() + " sessions";
    }
}

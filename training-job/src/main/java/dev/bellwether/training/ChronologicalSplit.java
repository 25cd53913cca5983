package dev.bellwether.training;

import java.util.List;

/// Samples cut at two days: the oldest half to fit, the next fifth to choose the penalty by, the
/// newest three tenths to judge by.
///
/// A sample whose target lies in the next part is left out of the earlier one: at the cut, its
/// outcome was not known yet.
record ChronologicalSplit(
        List<Sample> fit,
        List<Sample> validation,
        List<Sample> fitAndValidation,
        List<Sample> test) {

    static ChronologicalSplit of(List<Sample> samples, int horizon) {
        int validationStart = samples.size() / 2;
        int testStart = samples.size() * 7 / 10;
        // A target `horizon` bars ahead is known when the next part's first day closes.
        int overlap = horizon - 1;
        return new ChronologicalSplit(
                samples.subList(0, validationStart - overlap),
                samples.subList(validationStart, testStart - overlap),
                samples.subList(0, testStart - overlap),
                samples.subList(testStart, samples.size()));
    }
}

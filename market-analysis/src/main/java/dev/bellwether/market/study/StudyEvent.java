package dev.bellwether.market.study;

import java.time.LocalDate;

/// A fire as a study sees it.
///
/// @param index of its bar in the series
record StudyEvent(MatchedTimes times, int index) {
    LocalDate day() {
        return times.series().day(index);
    }
}

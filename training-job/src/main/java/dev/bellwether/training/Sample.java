package dev.bellwether.training;

import java.time.LocalDate;

/// What was known at a day's close, and what came of it.
///
/// @param day whose close it is
/// @param features in the order of [Features#NAMES]
/// @param target log of the close `horizon` sessions later over that day's
record Sample(LocalDate day, double[] features, double target) {}

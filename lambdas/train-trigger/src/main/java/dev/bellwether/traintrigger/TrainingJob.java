package dev.bellwether.traintrigger;

import java.time.Instant;
import java.time.LocalDate;

/// A training job to be started.
///
/// @param name at most 63 letters, digits and dashes, unique in account and region
/// @param runDay newest session that it may know
/// @param createdAt market time of the run
record TrainingJob(String name, LocalDate runDay, Instant createdAt) {}

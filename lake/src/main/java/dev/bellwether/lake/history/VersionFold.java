package dev.bellwether.lake.history;

import dev.bellwether.lake.ActionObservation;
import dev.bellwether.lake.BarObservation;
import dev.bellwether.lake.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Turns observations into versions: per identity in the order of knowledge time and content hash,
/// equal neighbours as one, numbered from 1. The order in which observations come, and how often
/// each does, changes nothing.
///
/// @param <O> what is observed
/// @param <I> what makes two observations versions of the same thing
public final class VersionFold<O extends Observation, I extends Comparable<I>> {
    private final Function<O, I> identity;
    private final Function<O, String> contentHash;

    private VersionFold(Function<O, I> identity, Function<O, String> contentHash) {
        this.identity = identity;
        this.contentHash = contentHash;
    }

    /// The fold of bars.
    public static VersionFold<BarObservation, BarIdentity> ofBars() {
        return new VersionFold<>(
                observed -> BarIdentity.of(observed.bar()),
                observed -> ContentHash.of(observed.bar()));
    }

    /// The fold of splits and dividends.
    public static VersionFold<ActionObservation, ActionIdentity> ofActions() {
        return new VersionFold<>(
                observed -> ActionIdentity.of(observed.action()),
                observed -> ContentHash.of(observed.action()));
    }

    /// The versions of each thing that was observed, oldest first.
    public NavigableMap<I, List<Version<O>>> fold(Collection<O> observations) {
        NavigableMap<I, List<Hashed<O>>> groups = new TreeMap<>();
        for (O observation : observations) {
            groups.computeIfAbsent(identity.apply(observation), any -> new ArrayList<>())
                    .add(new Hashed<>(observation, contentHash.apply(observation)));
        }
        NavigableMap<I, List<Version<O>>> versions = new TreeMap<>();
        groups.forEach((key, group) -> versions.put(key, number(group)));
        return versions;
    }

    private List<Version<O>> number(List<Hashed<O>> group) {
        // The last two keys decide which of several equal observations stands for the version.
        group.sort(
                Comparator.<Hashed<O>, Instant>comparing(
                                hashed -> hashed.observation.knowledge().at())
                        .thenComparing(hashed -> hashed.hash)
                        .thenComparing(hashed -> hashed.observation.knowledge().assumed())
                        .thenComparing(hashed -> hashed.observation.rawKey()));
        List<Hashed<O>> distinct = new ArrayList<>();
        for (Hashed<O> hashed : group) {
            if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).hash.equals(hashed.hash)) {
                distinct.add(hashed);
            }
        }
        List<Version<O>> versions = new ArrayList<>(distinct.size());
        for (Hashed<O> hashed : distinct) {
            int number = versions.size() + 1;
            versions.add(
                    new Version<>(
                            hashed.observation, number, hashed.hash, number == distinct.size()));
        }
        return List.copyOf(versions);
    }

    private record Hashed<O>(O observation, String hash) {}
}

package dev.bellwether.market.bar;

import dev.bellwether.market.Quote;
import dev.bellwether.market.Session;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The newest quotes of a symbol, as far back as they were read.
///
/// @param quotes all of the primary source from `from` on, in any order
/// @param from where they begin; Instant.MIN when there are no others
public record KnownQuotes(List<Quote> quotes, Instant from) {
    public KnownQuotes {
        quotes = List.copyOf(quotes);
    }

    /// The newest one before the instant.
    Optional<Quote> findNewestBefore(Instant at) {
        return quotes.stream()
                .filter(quote -> quote.timestamp().isBefore(at))
                .max(Comparator.comparing(Quote::timestamp));
    }

    /// The oldest one at the instant or after it.
    public Optional<Instant> findOldestSince(Instant at) {
        return quotes.stream()
                .map(Quote::timestamp)
                .filter(timestamp -> !timestamp.isBefore(at))
                .min(Comparator.naturalOrder());
    }

    /// The session's from the instant on: the least cumulative volume that any of them says,
    /// corrected or not.
    long leastVolumeSince(Instant at, Session session) {
        return quotes.stream()
                .filter(quote -> session.isRunning(quote.timestamp()))
                .filter(quote -> !quote.timestamp().isBefore(at))
                .mapToLong(Quote::volume)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    boolean reachesBackTo(Instant at) {
        return !from.isAfter(at);
    }
}

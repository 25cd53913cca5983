package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.ApiKey;
import dev.bellwether.ingest.HttpAnswer;
import dev.bellwether.ingest.HttpOutcome;
import dev.bellwether.ingest.ProviderFailure;
import dev.bellwether.ingest.ProviderFailure.Malformed;
import dev.bellwether.ingest.ProviderFailure.Throttled;
import dev.bellwether.ingest.ProviderFailure.Transient;
import dev.bellwether.ingest.RawZone;
import dev.bellwether.ingest.TimeLeft;
import dev.bellwether.ingest.alphavantage.SeriesAnswer.Evidence;
import dev.bellwether.ingest.alphavantage.SeriesAnswer.Failed;
import dev.bellwether.ingest.alphavantage.SeriesAnswer.Series;
import dev.bellwether.market.Provider;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Asks for one series until there is an answer worth keeping: stores every answer before reading
/// it, tells failures from data, and calls again only where that can help.
final class SeriesFetch {
    /// Calls cost quota, and a free key has 25 a day.
    static final int ATTEMPTS = 3;

    /// What one call and the storing of its rows may take at worst.
    static final Duration TIME_OF_A_CALL = Duration.ofSeconds(30);

    private static final Duration TRANSIENT_WAIT = Duration.ofSeconds(2);

    private final SeriesClient client;
    private final RawZone rawZone;
    private final CallPacer pacer;
    private final InstantSource clock;

    SeriesFetch(SeriesClient client, RawZone rawZone, CallPacer pacer, InstantSource clock) {
        this.client = client;
        this.rawZone = rawZone;
        this.pacer = pacer;
        this.clock = clock;
    }

    SeriesAnswer fetch(
            Symbol symbol, OutputSize size, ApiKey key, DailyRun run, TimeLeft timeLeft) {
        Duration wait = Duration.ZERO;
        for (int attempt = 1; ; attempt++) {
            if (timeLeft.timeLeft().compareTo(TIME_OF_A_CALL.plus(wait)) < 0) {
                return new Failed(
                        new Transient("no time left in this invocation for attempt " + attempt),
                        null);
            }
            pacer.awaitTurn();
            SeriesAnswer answer = read(client.daily(symbol, size, key), symbol, key, run);
            Optional<Duration> again = findWait(answer);
            if (again.isEmpty() || attempt == ATTEMPTS) {
                return answer;
            }
            wait = again.get();
            pacer.holdBack(wait);
        }
    }

    private static Optional<Duration> findWait(SeriesAnswer answer) {
        return switch (answer) {
            case Failed(Throttled(Duration retryAfter, _), _) -> Optional.of(retryAfter);
            case Failed(Transient _, _) -> Optional.of(TRANSIENT_WAIT);
            case Failed _ -> Optional.empty();
            case Series _ -> Optional.empty();
        };
    }

    private SeriesAnswer read(HttpOutcome outcome, Symbol symbol, ApiKey key, DailyRun run) {
        return switch (outcome) {
            case HttpOutcome.Unanswered(ProviderFailure failure) -> new Failed(failure, null);
            case HttpOutcome.CutOff(HttpAnswer arrived, ProviderFailure failure) ->
                    failed(
                            failure,
                            QuarantineReason.UNUSABLE_BODY,
                            arrived,
                            store(arrived, symbol, key, run));
            case HttpOutcome.Answered(HttpAnswer answer) ->
                    read(answer, symbol, store(answer, symbol, key, run));
        };
    }

    private static SeriesAnswer read(HttpAnswer answer, Symbol symbol, String rawKey) {
        Optional<ProviderFailure> failure = FailureBody.find(answer);
        if (failure.isPresent()) {
            return failed(failure.get(), answer, rawKey);
        }
        return switch (DailyCsv.read(answer.body(), symbol)) {
            case DailyCsv.Reading.Rows(DailySeries rows) -> new Series(rows, rawKey);
            case DailyCsv.Reading.Unusable(ProviderFailure unusable) ->
                    failed(unusable, answer, rawKey);
        };
    }

    private static Failed failed(ProviderFailure failure, HttpAnswer answer, String rawKey) {
        return failure instanceof Malformed
                ? failed(failure, QuarantineReason.UNUSABLE_BODY, answer, rawKey)
                : failed(failure, QuarantineReason.PROVIDER_FAILURE, answer, rawKey);
    }

    private static Failed failed(
            ProviderFailure failure, QuarantineReason reason, HttpAnswer answer, String rawKey) {
        return new Failed(failure, new Evidence(reason, rawKey, BodyText.of(answer.body())));
    }

    private String store(HttpAnswer answer, Symbol symbol, ApiKey key, DailyRun run) {
        return rawZone.store(
                new RawZone.Call(
                        Provider.ALPHA_VANTAGE,
                        symbol,
                        run.runDay(),
                        run.scheduledTime(),
                        clock.instant(),
                        key.id()),
                answer);
    }
}

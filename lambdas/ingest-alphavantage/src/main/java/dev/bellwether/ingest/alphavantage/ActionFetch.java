package dev.bellwether.ingest.alphavantage;

import dev.bellwether.ingest.ApiKey;
import dev.bellwether.ingest.HttpAnswer;
import dev.bellwether.ingest.HttpOutcome;
import dev.bellwether.ingest.ProviderFailure;
import dev.bellwether.ingest.RawZone;
import dev.bellwether.ingest.alphavantage.SeriesAnswer.Evidence;
import dev.bellwether.ingest.alphavantage.SeriesAnswer.Failed;
import dev.bellwether.lake.file.FileHints;
import dev.bellwether.lake.file.FileReading;
import dev.bellwether.lake.file.ProviderFile;
import dev.bellwether.market.Provider;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Asks for a symbol's corporate actions. Once: what is missing is asked for again another day, and
/// bars come first.
final class ActionFetch {
    private final SeriesClient client;
    private final RawZone rawZone;
    private final CallPacer pacer;
    private final InstantSource clock;

    ActionFetch(SeriesClient client, RawZone rawZone, CallPacer pacer, InstantSource clock) {
        this.client = client;
        this.rawZone = rawZone;
        this.pacer = pacer;
        this.clock = clock;
    }

    ActionAnswer fetch(ActionKind kind, Symbol symbol, ApiKey key, DailyRun run) {
        pacer.awaitTurn();
        return switch (client.actions(kind, symbol, key)) {
            case HttpOutcome.Unanswered(ProviderFailure failure) ->
                    new ActionAnswer.Unknown(new Failed(failure, null));
            case HttpOutcome.CutOff(HttpAnswer arrived, ProviderFailure failure) ->
                    unusable(failure, arrived, store(arrived, symbol, key, run, clock.instant()));
            case HttpOutcome.Answered(HttpAnswer answer) -> {
                Instant fetchedAt = clock.instant();
                yield read(answer, symbol, fetchedAt, store(answer, symbol, key, run, fetchedAt));
            }
        };
    }

    private static ActionAnswer read(
            HttpAnswer answer, Symbol symbol, Instant fetchedAt, String rawKey) {
        Optional<ProviderFailure> failure = FailureBody.find(answer);
        if (failure.isPresent()) {
            return failed(failure.get(), QuarantineReason.PROVIDER_FAILURE, answer, rawKey);
        }
        FileHints hints = new FileHints("", Optional.of(symbol), Optional.empty());
        return switch (ProviderFile.read(answer.body(), hints)) {
            case FileReading.Data data -> new ActionAnswer.Known(data.actions(), fetchedAt);
            case FileReading.ProviderFailure told ->
                    unusable(new ProviderFailure.Malformed(told.reason()), answer, rawKey);
            case FileReading.LabelsUnknown told ->
                    unusable(new ProviderFailure.Malformed(told.reason()), answer, rawKey);
            case FileReading.Unreadable told ->
                    unusable(new ProviderFailure.Malformed(told.reason()), answer, rawKey);
        };
    }

    private static ActionAnswer unusable(
            ProviderFailure failure, HttpAnswer answer, String rawKey) {
        return failed(failure, QuarantineReason.UNUSABLE_BODY, answer, rawKey);
    }

    private static ActionAnswer failed(
            ProviderFailure failure, QuarantineReason reason, HttpAnswer answer, String rawKey) {
        return new ActionAnswer.Unknown(
                new Failed(failure, new Evidence(reason, rawKey, BodyText.of(answer.body()))));
    }

    private String store(
            HttpAnswer answer, Symbol symbol, ApiKey key, DailyRun run, Instant fetchedAt) {
        return rawZone.store(
                new RawZone.Call(
                        Provider.ALPHA_VANTAGE,
                        symbol,
                        run.runDay(),
                        run.scheduledTime(),
                        fetchedAt,
                        key.id()),
                answer);
    }
}

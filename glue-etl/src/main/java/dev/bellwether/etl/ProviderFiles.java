package dev.bellwether.etl;

import dev.bellwether.lake.Interval;
import dev.bellwether.lake.Rejection;
import dev.bellwether.lake.action.SymbolHistory;
import dev.bellwether.lake.curate.MoveDecision;
import dev.bellwether.lake.file.FileHints;
import dev.bellwether.lake.file.FileReading;
import dev.bellwether.lake.file.ProviderFile;
import dev.bellwether.lake.raw.RawDescription;
import dev.bellwether.lake.raw.RawDescription.Decided;
import dev.bellwether.lake.raw.RawDescription.Fetched;
import dev.bellwether.lake.raw.RawDescription.Imported;
import dev.bellwether.lake.raw.RawDescriptionJson;
import dev.bellwether.lake.raw.RawObservations;
import dev.bellwether.lake.raw.RawReading;
import dev.bellwether.market.QuarantineRecord;
import dev.bellwether.market.TradingCalendar;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What raw objects say, read as files of providers.
final class ProviderFiles implements RawLogic {
    private static final long serialVersionUID = 1;
    private static final int HTTP_OK = 200;
    private static final Pattern RUN_DAY = Pattern.compile("/dt=(\\d{4}-\\d{2}-\\d{2})/");

    /// Name under which rows of imported files are in quarantine. What was fetched was checked when
    /// it was fetched, and is in quarantine since then.
    private static final String SOURCE = "import";

    @Override
    public RawFinding read(String key, byte[] json, RawBody body) throws IOException {
        RawDescription description = RawDescriptionJson.read(json);
        if (description instanceof Decided decided) {
            return decided(key, decided);
        }
        if (description instanceof Fetched fetched) {
            LocalDate runDay = runDay(key);
            // A failure tells up to when there should be bars, and nothing else.
            return fetched.status() == HTTP_OK
                    ? read(key, fetched, Optional.of(runDay), body)
                    : nothing(fetched, runDay, "");
        }
        return read(key, description, Optional.empty(), body);
    }

    private static RawFinding decided(String key, Decided decided) {
        return new RawFinding(
                decided.symbol(),
                null,
                List.of(),
                List.of(),
                List.of(
                        new MoveDecision(
                                decided.symbol(), decided.tradingDay(), decided.decidedAt(), key)),
                List.of(),
                "");
    }

    private static RawFinding read(
            String key, RawDescription description, Optional<LocalDate> runDay, RawBody body)
            throws IOException {
        String bodyKey = bodyKey(key);
        byte[] bytes = body.read();
        if (description instanceof Fetched fetched && isCutOff(bytes)) {
            // What was refused when it was fetched does not become data later.
            return nothing(fetched, runDay.orElse(null), "its last line has no end");
        }
        FileReading reading = ProviderFile.read(bytes, hints(description, bodyKey));
        RawObservations found =
                new RawReading(TradingCalendar.nyse(), SymbolHistory.known())
                        .observe(description, bodyKey, reading);
        return new RawFinding(
                description.symbol(),
                runDay.filter(day -> tellsOfDays(found)).orElse(null),
                found.bars(),
                found.actions(),
                List.of(),
                rejections(description, bodyKey, found.rejections()),
                trouble(reading));
    }

    /// A provider's CSV ends with a line end; a file that a user has need not.
    private static boolean isCutOff(byte[] bytes) {
        return bytes.length > 0 && bytes[0] != '{' && bytes[bytes.length - 1] != '\n';
    }

    /// As the import read the file, so that it says the same again: a name and a form can tell what
    /// the bytes alone do not, and of a file of several symbols each row tells its own.
    private static FileHints hints(RawDescription description, String bodyKey) {
        String objectName = bodyKey.substring(bodyKey.lastIndexOf('/') + 1);
        if (description instanceof Imported imported) {
            return new FileHints(
                            imported.name().orElse(objectName),
                            imported.isOfSeveral() || imported.name().isPresent()
                                    ? imported.givenSymbol()
                                    : Optional.of(imported.symbol()),
                            imported.labels())
                    .takenAt(imported.importedAt());
        }
        return new FileHints(objectName, Optional.of(description.symbol()), Optional.empty());
    }

    /// An answer with bars within days does not tell that there should be one of a whole day.
    private static boolean tellsOfDays(RawObservations found) {
        return found.bars().isEmpty()
                || found.bars().stream().anyMatch(bar -> bar.bar().interval() == Interval.ONE_DAY);
    }

    private static RawFinding nothing(
            RawDescription description, @Nullable LocalDate horizon, String trouble) {
        return new RawFinding(
                description.symbol(), horizon, List.of(), List.of(), List.of(), List.of(), trouble);
    }

    private static List<QuarantineRecord> rejections(
            RawDescription description, String bodyKey, List<Rejection> rejections) {
        if (!(description instanceof Imported imported)) {
            return List.of();
        }
        Instant importedAt = imported.importedAt();
        // Which of several symbols a row is of cannot be told of one that was not read.
        String symbol = imported.isOfSeveral() ? "" : imported.symbol().value();
        return rejections.stream()
                .map(rejection ->
                        new QuarantineRecord(
                                SOURCE,
                                symbol,
                                rejection.reason(),
                                "line %d: %s".formatted(rejection.line(), rejection.detail()),
                                rejection.record(),
                                bodyKey,
                                importedAt))
                .toList();
    }

    private static String trouble(FileReading reading) {
        if (reading instanceof FileReading.ProviderFailure failure) {
            return "%s: %s".formatted(failure.kind(), failure.reason());
        }
        if (reading instanceof FileReading.LabelsUnknown unknown) {
            return unknown.reason();
        }
        return reading instanceof FileReading.Unreadable unreadable ? unreadable.reason() : "";
    }

    private static LocalDate runDay(String key) {
        Matcher day = RUN_DAY.matcher(key);
        if (!day.find()) {
            throw new IllegalArgumentException("The object's key names no run day");
        }
        return LocalDate.parse(day.group(1));
    }

    private static String bodyKey(String descriptionKey) {
        return descriptionKey.substring(0, descriptionKey.lastIndexOf('.')) + ".body";
    }
}

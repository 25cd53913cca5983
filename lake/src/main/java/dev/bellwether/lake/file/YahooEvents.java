package dev.bellwether.lake.file;

import dev.bellwether.lake.CorporateAction;
import dev.bellwether.lake.CorporateAction.CashDividend;
import dev.bellwether.lake.CorporateAction.SharesSplit;
import dev.bellwether.market.Provider;
import dev.bellwether.market.QuarantineReason;
import dev.bellwether.market.Symbol;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Splits and dividends in a chart, each an object under its time.
record YahooEvents(BarSheet sheet, Symbol symbol, ZoneId zone) {
    void read(Optional<JsonValue> events) {
        List<CorporateAction> found = new ArrayList<>();
        if (events.isPresent()) {
            read(events.get(), "splits", found);
            read(events.get(), "dividends", found);
        }
        YahooDividends.asPaid(found, sheet).forEach(sheet::add);
    }

    private void read(JsonValue events, String kind, List<CorporateAction> found) {
        List<JsonValue.Member> members =
                events.find(kind).map(JsonValue::members).orElse(List.of());
        int number = 0;
        for (JsonValue.Member member : members) {
            number++;
            JsonValue event = member.value();
            try {
                LocalDate day = day(event.findText("date").orElse(member.name()));
                (kind.equals("splits") ? split(event, day) : dividend(event, day))
                        .ifPresent(found::add);
            } catch (BadRowException e) {
                sheet.reject(
                        new BarSheet.Origin(number, kind + " " + event),
                        e.reason(),
                        e.detail() + " (events." + kind + ")");
            }
        }
    }

    private LocalDate day(String seconds) throws BadRowException {
        try {
            return Instant.ofEpochSecond(Figures.number("date", seconds).longValueExact())
                    .atZone(zone)
                    .toLocalDate();
        } catch (ArithmeticException | DateTimeException e) {
            throw new BadRowException(
                    QuarantineReason.UNPARSABLE, "date %s is none".formatted(seconds));
        }
    }

    private Optional<CorporateAction> dividend(JsonValue event, LocalDate day)
            throws BadRowException {
        return ActionFigures.amount(event.findText("amount").orElse("null"))
                .map(amount -> new CashDividend(symbol, day, null, amount, Provider.YAHOO));
    }

    private Optional<CorporateAction> split(JsonValue event, LocalDate day) throws BadRowException {
        Optional<String> fresh = event.findText("numerator");
        Optional<String> old = event.findText("denominator");
        SplitRatio ratio =
                fresh.isPresent() && old.isPresent()
                        ? SplitRatio.of(side(fresh.get()), side(old.get()))
                        : SplitRatio.parse(event.findText("splitRatio").orElse("null"));
        return ratio.isNone()
                ? Optional.empty()
                : Optional.of(
                        new SharesSplit(
                                symbol,
                                day,
                                null,
                                ratio.newShares(),
                                ratio.oldShares(),
                                ratio.coefficient(),
                                Provider.YAHOO));
    }

    private static BigDecimal side(String text) throws BadRowException {
        return Figures.number("split", text);
    }
}

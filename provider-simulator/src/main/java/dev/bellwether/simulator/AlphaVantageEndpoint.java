package dev.bellwether.simulator;

import dev.bellwether.market.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// `GET /query?function=TIME_SERIES_DAILY&symbol=&outputsize=&datatype=csv&apikey=`, and the
/// functions SPLITS and DIVIDENDS.
final class AlphaVantageEndpoint {
    private static final String FUNCTION = "TIME_SERIES_DAILY";

    private final Market market;
    private final KeyPlan plan;
    private final InstantSource clock;
    private final FreeKeyLedger freeKeys = new FreeKeyLedger();

    AlphaVantageEndpoint(Market market, KeyPlan plan, InstantSource clock) {
        this.market = market;
        this.plan = plan;
        this.clock = clock;
    }

    Answer answer(Query query, Set<Fault> faults) {
        return findReplacement(query, faults).orElseGet(() -> data(query, faults));
    }

    private static Optional<Answer> findReplacement(Query query, Set<Fault> faults) {
        String key = query.value("apikey");
        if (faults.contains(Fault.TOO_MANY_REQUESTS)) {
            return Optional.of(FailurePages.tooManyRequests());
        }
        if (faults.contains(Fault.SERVER_ERROR)) {
            return Optional.of(FailurePages.serverError());
        }
        if (faults.contains(Fault.HTML_PAGE)) {
            return Optional.of(FailurePages.maintenance());
        }
        if (faults.contains(Fault.KEY_ECHO)) {
            String request =
                    "/query?function=%s&apikey=%s"
                            .formatted(
                                    query.value("function"),
                                    URLEncoder.encode(key, StandardCharsets.UTF_8));
            return Optional.of(
                    AlphaVantageTexts.dailyQuotaSpent(key).withHeader("X-Request-Uri", request));
        }
        return faults.contains(Fault.THROTTLE)
                ? Optional.of(AlphaVantageTexts.burst())
                : Optional.empty();
    }

    private Answer data(Query query, Set<Fault> faults) {
        String key = query.value("apikey");
        String function = query.value("function");
        if (key.isBlank()) {
            return AlphaVantageTexts.invalidKey();
        }
        if (plan == KeyPlan.FREE) {
            Optional<Answer> refusal = freeKeys.call(key, clock.instant());
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        Optional<Symbol> symbol = findSymbol(query.value("symbol"));
        if (!query.value("datatype").equals("csv") || symbol.isEmpty()) {
            return AlphaVantageTexts.invalidCall(function);
        }
        for (ActionKind kind : ActionKind.values()) {
            if (function.equals(kind.function())) {
                return Answer.of(
                        200,
                        "application/x-download",
                        CsvFaults.apply(market.actionsCsv(symbol.get(), kind), faults));
            }
        }
        if (!function.equals(FUNCTION)) {
            return AlphaVantageTexts.invalidCall(function);
        }
        boolean full = query.value("outputsize").equals("full");
        if (full && plan == KeyPlan.FREE) {
            return AlphaVantageTexts.fullIsPremium(function);
        }
        byte[] history = market.dailyCsv(symbol.get());
        byte[] csv = full ? history : AlphaVantageCsv.compact(history);
        return Answer.of(200, "application/x-download", CsvFaults.apply(csv, faults))
                .withHeader(
                        "Content-Disposition",
                        "attachment; filename=daily_%s.csv".formatted(symbol.get()));
    }

    private Optional<Symbol> findSymbol(String name) {
        return Symbol.isValid(name)
                ? Optional.of(Symbol.of(name)).filter(market::knows)
                : Optional.empty();
    }
}

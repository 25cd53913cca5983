package dev.bellwether.simulator;

/// Alpha Vantage's failure bodies, word for word as recorded in 2026; all of them come under HTTP
/// 200.
final class AlphaVantageTexts {
    private static final String PREMIUM = "https://www.alphavantage.co/premium/";

    private AlphaVantageTexts() {}

    static Answer invalidKey() {
        return error(
                "the parameter apikey is invalid or missing. Please claim your free API key on"
                        + " (https://www.alphavantage.co/support/#api-key). It should take less than 20 seconds.");
    }

    static Answer invalidCall(String function) {
        return error(
                "Invalid API call. Please retry or visit the documentation"
                        + " (https://www.alphavantage.co/documentation/) for %s."
                                .formatted(function));
    }

    static Answer burst() {
        return information(
                "Thank you for using Alpha Vantage! Please consider spreading out your free API requests more sparingly"
                        + " (1 request per second). You may subscribe to any of the premium plans at %s to lift the free key rate"
                                .formatted(PREMIUM)
                        + " limit (25 requests per day), raise the per-second burst limit, and instantly unlock all premium"
                        + " endpoints");
    }

    static Answer dailyQuotaSpent(String key) {
        return information(
                "We have detected your API key as %s and our standard API rate limit is 25 requests per day."
                                .formatted(key)
                        + " Please subscribe to any of the premium plans at %s to instantly remove all daily rate limits."
                                .formatted(PREMIUM));
    }

    static Answer fullIsPremium(String function) {
        return information(
                "Thank you for using Alpha Vantage! The outputsize=full parameter value is a premium feature for the %s endpoint."
                                .formatted(function)
                        + " You may subscribe to any of the premium plans at %s to instantly unlock all premium features"
                                .formatted(PREMIUM));
    }

    private static Answer error(String text) {
        return message("Error Message", text);
    }

    private static Answer information(String text) {
        return message("Information", text);
    }

    private static Answer message(String name, String text) {
        return Answer.json(200, "{\n %s: %s\n}".formatted(Json.string(name), Json.string(text)));
    }
}

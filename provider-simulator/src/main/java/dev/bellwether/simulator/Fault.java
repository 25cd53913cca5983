package dev.bellwether.simulator;

import dev.bellwether.market.Provider;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One way of misbehaving that a provider has been seen to have. Those that change rows change
/// different ones, so that they can be combined; rows are counted from the newest, which is row 0
/// and always stays right.
public enum Fault {
    /// A throttle text instead of data: under HTTP 200 from Alpha Vantage, under 429 from Yahoo.
    THROTTLE("throttle", Provider.ALPHA_VANTAGE, Provider.YAHOO),
    /// A maintenance page in HTML under HTTP 200.
    HTML_PAGE("html-page", Provider.ALPHA_VANTAGE, Provider.YAHOO),
    /// The body ends in the middle of a row, or of its JSON.
    TRUNCATED("truncated", Provider.ALPHA_VANTAGE, Provider.YAHOO),
    /// High and low are swapped: in row 1, or in the quote.
    HIGH_BELOW_LOW("high-below-low", Provider.ALPHA_VANTAGE, Provider.YAHOO),
    /// The volume has a minus sign: in row 2, or in the quote.
    NEGATIVE_VOLUME("negative-volume", Provider.ALPHA_VANTAGE, Provider.YAHOO),
    /// The text of the spent daily quota, which names the caller's key; a header repeats the
    /// request with the key in it.
    KEY_ECHO("key-echo", Provider.ALPHA_VANTAGE),
    /// HTTP 429.
    TOO_MANY_REQUESTS("too-many-requests", Provider.ALPHA_VANTAGE, Provider.YAHOO),
    /// HTTP 500.
    SERVER_ERROR("server-error", Provider.ALPHA_VANTAGE, Provider.YAHOO),
    /// The answer is right but late, by the settings' slowness.
    SLOW("slow", Provider.ALPHA_VANTAGE, Provider.YAHOO),
    /// Row 5 has another close and volume than before, as after a provider's correction.
    RESTATED_BAR("restated-bar", Provider.ALPHA_VANTAGE),
    /// Row 3 comes twice.
    DUPLICATE_ROW("duplicate-row", Provider.ALPHA_VANTAGE),
    /// Row 4 comes twice, the second time with another volume.
    CONFLICTING_ROW("conflicting-row", Provider.ALPHA_VANTAGE),
    /// The arrays of the quote have different lengths.
    RAGGED_ARRAYS("ragged-arrays", Provider.YAHOO);

    private final String id;
    private final Set<Provider> providers;

    Fault(String id, Provider... providers) {
        this.id = id;
        this.providers = Set.of(providers);
    }

    /// The fault's name in [Faults#parse(String)].
    public String id() {
        return id;
    }

    /// Whether that provider can misbehave so.
    public boolean isOf(Provider provider) {
        return providers.contains(provider);
    }

    /// The fault of that id; throws IllegalArgumentException naming the known ones if there is
    /// none.
    public static Fault of(String id) {
        return Stream.of(values())
                .filter(fault -> fault.id.equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'%s' is no fault; known are %s"
                                        .formatted(
                                                id,
                                                Stream.of(values())
                                                        .map(Fault::id)
                                                        .collect(Collectors.joining(", ")))));
    }
}

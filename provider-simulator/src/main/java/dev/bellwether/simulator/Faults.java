package dev.bellwether.simulator;

import dev.bellwether.market.Provider;
import dev.bellwether.market.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which faults the simulator shows, to whom, and how often. Immutable: `with...` gives a new one.
public final class Faults {
    private static final Faults NONE = new Faults(List.of());
    private static final String ANY = "*";

    private final List<Rule> rules;

    private Faults(List<Rule> rules) {
        this.rules = rules;
    }

    /// One fault.
    ///
    /// @param symbol for which symbol; empty for every one
    /// @param times for how many requests, from the first on; [Integer#MAX_VALUE] for all
    public record Rule(Provider provider, Optional<Symbol> symbol, Fault fault, int times) {
        public Rule {
            if (!fault.isOf(provider)) {
                throw new IllegalArgumentException(
                        "%s cannot have the fault %s".formatted(provider.id(), fault.id()));
            }
            if (times < 1) {
                throw new IllegalArgumentException(
                        "A fault that shows %d times is none".formatted(times));
            }
        }

        boolean matches(Provider asked, Optional<Symbol> about) {
            return provider == asked && (symbol.isEmpty() || symbol.equals(about));
        }
    }

    /// No misbehaviour.
    public static Faults none() {
        return NONE;
    }

    /// These and a fault of every answer about the symbol.
    public Faults with(Provider provider, Symbol symbol, Fault fault) {
        return with(new Rule(provider, Optional.of(symbol), fault, Integer.MAX_VALUE));
    }

    /// These and a fault of every answer of the provider.
    public Faults withAll(Provider provider, Fault fault) {
        return with(new Rule(provider, Optional.empty(), fault, Integer.MAX_VALUE));
    }

    /// These and one more.
    public Faults with(Rule rule) {
        return new Faults(Stream.concat(rules.stream(), Stream.of(rule)).toList());
    }

    /// The faults of a comma-separated list of `provider:symbol:fault` or
    /// `provider:symbol:fault:times`, where the symbol `*` means all:
    /// `alphavantage:AAPL:throttle:2,yahoo:*:server-error`. Throws IllegalArgumentException that
    /// says what is wrong.
    public static Faults parse(String list) {
        Faults faults = none();
        for (String item : list.split(",", -1)) {
            String[] parts = item.strip().split(":", -1);
            if (parts.length < 3 || parts.length > 4) {
                throw new IllegalArgumentException(
                        "'%s' is no fault; write provider:symbol:fault or provider:symbol:fault:times, such as %s"
                                .formatted(item.strip(), "alphavantage:AAPL:throttle:2"));
            }
            faults =
                    faults.with(
                            new Rule(
                                    Provider.of(parts[0]),
                                    parts[1].equals(ANY)
                                            ? Optional.empty()
                                            : Optional.of(Symbol.of(parts[1])),
                                    Fault.of(parts[2]),
                                    parts.length == 4 ? times(parts[3]) : Integer.MAX_VALUE));
        }
        return faults;
    }

    /// All rules, in the order they were added.
    public List<Rule> rules() {
        return rules;
    }

    private static int times(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' is no number of times".formatted(text), e);
        }
    }
}

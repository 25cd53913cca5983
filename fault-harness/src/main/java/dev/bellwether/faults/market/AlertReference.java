package dev.bellwether.faults.market;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Which alerts there have to be, computed from the bars that were stored and from nothing of what
/// the functions did. All that is known here of alerts is known here alone: the rule, the form of
/// rows and messages, and what marks a row as sent.
///
/// The rule is `sma-crossover:5,20` on daily bars. A bar of its run's day is judged when its record
/// is delivered, by what is stored then; so between its record and the next [#settled] it may be
/// judged by any of the states that the table had meanwhile. An alert that comes of all of them is
/// required, one that comes of some is possible.
public final class AlertReference {
    private static final String RULE = "sma-crossover:5,20";
    private static final int FAST = 5;
    private static final int SLOW = 20;

    /// A bar that is judged.
    private record Judged(String symbol, LocalDate day, Set<Optional<String>> outcomes) {}

    private final Map<String, NavigableMap<LocalDate, BigDecimal>> bars = new HashMap<>();
    private final List<Judged> open = new ArrayList<>();
    private final Set<String> required = new TreeSet<>();
    private final Set<String> possible = new TreeSet<>();
    private final Map<String, String> barOfAlert = new HashMap<>();

    /// A bar was stored.
    public void stored(StoredBar bar) {
        NavigableMap<LocalDate, BigDecimal> closes =
                bars.computeIfAbsent(bar.symbol(), _ -> new TreeMap<>());
        BigDecimal before = closes.put(bar.day(), bar.close());
        boolean isChanged = before == null || before.compareTo(bar.close()) != 0;
        if (!isChanged) {
            return;
        }
        for (Judged judged : open) {
            if (judged.symbol().equals(bar.symbol()) && !judged.day().isBefore(bar.day())) {
                judged.outcomes().add(crossing(judged.symbol(), judged.day()));
            }
        }
        if (bar.runDay().equals(Optional.of(bar.day()))) {
            Set<Optional<String>> outcomes = new HashSet<>();
            outcomes.add(crossing(bar.symbol(), bar.day()));
            open.add(new Judged(bar.symbol(), bar.day(), outcomes));
        }
    }

    /// Every record so far has been delivered: what is stored from now on changes no judgement.
    public void settled() {
        for (Judged judged : open) {
            judged.outcomes().forEach(outcome -> outcome.ifPresent(possible::add));
            if (judged.outcomes().size() == 1) {
                judged.outcomes().forEach(outcome -> outcome.ifPresent(required::add));
            }
        }
        open.clear();
    }

    /// The id of the alert of a symbol's bar, if the averages cross there.
    private Optional<String> crossing(String symbol, LocalDate day) {
        List<BigDecimal> closes =
                List.copyOf(bars.getOrDefault(symbol, new TreeMap<>()).headMap(day, true).values());
        int side = 0;
        Optional<String> atLast = Optional.empty();
        for (int i = SLOW - 1; i < closes.size(); i++) {
            int now =
                    sum(closes, i, FAST)
                            .multiply(BigDecimal.valueOf(SLOW))
                            .compareTo(sum(closes, i, SLOW).multiply(BigDecimal.valueOf(FAST)));
            boolean isCrossing = now != 0 && side != 0 && now != side;
            atLast =
                    isCrossing
                            ? Optional.of(idOf(symbol, day, now > 0 ? "up" : "down"))
                            : Optional.empty();
            side = now == 0 ? side : now;
        }
        return atLast;
    }

    private static BigDecimal sum(List<BigDecimal> closes, int last, int count) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = last - count + 1; i <= last; i++) {
            sum = sum.add(closes.get(i));
        }
        return sum;
    }

    private String idOf(String symbol, LocalDate day, String direction) {
        String crossing = String.join("|", RULE, symbol, day.toString(), direction);
        String id =
                HexFormat.of()
                        .formatHex(sha256().digest(crossing.getBytes(StandardCharsets.UTF_8)))
                        .substring(0, 32);
        barOfAlert.put(id, symbol + " bar#1d#" + day);
        return id;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /// Ids of the alerts that there must be.
    ///
    /// @param givenUp keys of items whose records were given up, as `<symbol> <sk>`
    public Set<String> required(Set<String> givenUp) {
        Set<String> ids = new TreeSet<>(required);
        ids.removeIf(id -> givenUp.contains(barOfAlert.get(id)));
        return ids;
    }

    /// Ids of the alerts that there may be.
    public Set<String> possible() {
        return possible;
    }

    /// The id of an alert's item; empty for any other item.
    public static Optional<String> idOfRow(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get("alert_id")).map(AttributeValue::s);
    }

    /// Whether the item says that its message was sent.
    public static boolean isMarked(Map<String, AttributeValue> item) {
        return item.containsKey("sent_at");
    }

    /// The alert that a message is about.
    public static String idOfMessage(String body, Map<String, String> attributes) {
        String id = attributes.get("alert_id");
        return id == null ? body.substring(body.lastIndexOf(' ') + 1) : id;
    }
}

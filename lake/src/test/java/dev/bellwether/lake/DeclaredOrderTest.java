package dev.bellwether.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The order in which providers and their feeds are believed stands in Java, in SQL and in a page:
/// it is one order.
class DeclaredOrderTest {
    private static final Path HOME = Path.of("..");
    private static final Pattern CASE =
            Pattern.compile("CASE (provider|feed)((?: WHEN '\\w+' THEN \\d+)+) ELSE (\\d+) END");
    private static final Pattern PLACE = Pattern.compile("WHEN '(\\w+)' THEN (\\d+)");
    private static final Pattern SENTENCE =
            Pattern.compile(
                    "Providers are believed in this order: ([^;]+); feeds of one provider: (.+), then others by name\\.");

    @Test
    void everyProviderHasAPlace() {
        assertThat(Providers.ranked()).containsExactlyInAnyOrder(Provider.values());
        assertThat(Providers.rank(Provider.ALPHA_VANTAGE)).isZero();
    }

    @Test
    void theQueriesHaveTheSameOrder() throws IOException {
        Map<String, List<String>> orders = orders();

        assertThat(orders)
                .containsKeys(
                        "as-of.sql feed",
                        "as-of.sql provider",
                        "hourly-highs.sql feed",
                        "hourly-highs.sql provider");
        orders.forEach((where, order) ->
                assertThat(order)
                        .as(where)
                        .isEqualTo(where.endsWith("feed") ? Providers.feeds() : providers()));
    }

    @Test
    void thePageOfTheTablesSaysTheSameOrder() throws IOException {
        Matcher sentence =
                SENTENCE.matcher(Files.readString(HOME.resolve("docs/reference/lake-tables.md")));

        assertThat(sentence.find()).isTrue();
        assertThat(sentence.group(1)).isEqualTo(listed(providers()));
        assertThat(sentence.group(2)).isEqualTo(listed(Providers.feeds()));
    }

    private static List<String> providers() {
        return Providers.ranked().stream().map(Provider::id).toList();
    }

    private static String listed(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    /// By file and column, the values in the order of their places, which count from 1.
    private static Map<String, List<String>> orders() throws IOException {
        Map<String, List<String>> orders = new TreeMap<>();
        try (Stream<Path> files = Files.walk(HOME.resolve("athena-queries"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql")).toList()) {
                Matcher found = CASE.matcher(Files.readString(file));
                while (found.find()) {
                    List<String> order = new ArrayList<>();
                    Matcher place = PLACE.matcher(found.group(2));
                    while (place.find()) {
                        order.add(place.group(1));
                        assertThat(place.group(2)).isEqualTo(String.valueOf(order.size()));
                    }
                    assertThat(found.group(3)).isEqualTo(String.valueOf(order.size() + 1));
                    orders.put(file.getFileName() + " " + found.group(1), order);
                }
            }
        }
        return orders;
    }
}

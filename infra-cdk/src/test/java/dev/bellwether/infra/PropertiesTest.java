package dev.bellwether.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.infra.settings.ContextKey;
import dev.bellwether.infra.settings.Home;
import dev.bellwether.local.template.LeftOut;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.template.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// properties.txt says what holds each property of the template. Here each is given another value:
/// the named static check must fail then, and local-aws must read something else, or the same,
/// whichever is said.
final class PropertiesTest {
    private static final String NONE = "-";

    private static final Templates TEMPLATES = everything();
    private static final List<Line> LINES = lines();

    /// A line of the file.
    private record Line(String type, String property, String localAws, String staticChecks) {
        boolean holdsFor(Leaf leaf) {
            String path = leaf.path();
            return type.equals(leaf.type())
                    && (path.equals(property)
                            || path.startsWith(property + ".")
                            || path.startsWith(property + "["));
        }
    }

    /// All that the app can be told to declare.
    private static Templates everything() {
        Map<String, String> context = new HashMap<>();
        context.put(ContextKey.TRAINING_IMAGE.key(), Templates.IMAGE);
        context.put(ContextKey.EMAIL.key(), "alerts@example.com");
        context.put(ContextKey.PHONE.key(), "+12025550123");
        context.put(ContextKey.SMS.key(), "on");
        context.put(ContextKey.ALERT_FILTER.key(), "severity=warning|critical");
        context.put(ContextKey.QUIET_HOURS.key(), "22:00-07:00");
        context.put(ContextKey.WEBHOOK.key(), "https://hooks.example.com/alerts");
        context.put(ContextKey.SLACK_WEBHOOK_PARAMETER.key(), "/bellwether/alerts/slack");
        context.put(ContextKey.SYMBOLS.key(), "AAPL,MSFT");
        context.put(ContextKey.ALPHA_VANTAGE_ENDPOINT.key(), "http://127.0.0.1:1");
        context.put(ContextKey.YAHOO_ENDPOINT.key(), "http://127.0.0.1:1");
        context.put(ContextKey.SAGEMAKER_ENDPOINT.key(), "http://127.0.0.1:1");
        return Templates.synthesize(PlaceholderHome.create(), context);
    }

    @Test
    void everyLineHoldsForAPropertyOfTheTemplate() {
        List<Leaf> leaves = Leaf.of(TEMPLATES);

        assertThat(LINES)
                .allMatch(line ->
                        leaves.stream().anyMatch(leaf -> line(leaf).equals(Optional.of(line))));
    }

    @Test
    void aStaticCheckFailsWhenItsPropertyIsAnother() {
        ChangedTemplates changed = ChangedTemplates.of(TEMPLATES);
        Set<String> missed = new TreeSet<>();
        for (Leaf leaf : Leaf.of(TEMPLATES)) {
            line(leaf)
                    .map(Line::staticChecks)
                    .filter(checks -> !checks.equals(NONE))
                    .filter(checks -> !changed.with(leaf, other -> isAnyFailing(checks, other)))
                    .ifPresent(checks -> missed.add("%s: %s".formatted(leaf, checks)));
        }

        assertThat(missed).as("properties whose static check passes whatever they are").isEmpty();
    }

    @Test
    void localAwsReadsWhatItActsOutAndNothingThatItLeavesOut() {
        ChangedTemplates changed = ChangedTemplates.of(TEMPLATES);
        Template unchanged = Template.read(changed.unchanged().folder());
        Set<String> leftOut =
                unchanged.leftOut().stream().map(LeftOut::type).collect(Collectors.toSet());
        Set<String> wrong = new TreeSet<>();
        for (Leaf leaf : Leaf.of(TEMPLATES)) {
            String said = line(leaf).map(Line::localAws).orElse(NONE);
            if (leftOut.contains(leaf.type()) != said.equals(NONE)) {
                wrong.add(leaf + " is said: " + said);
            } else if (!said.equals(NONE)
                    && said.startsWith("no: ")
                            == changed.with(leaf, other -> isReadAsAnother(unchanged, other))) {
                wrong.add(leaf + " is read otherwise than said: " + said);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static Optional<Line> line(Leaf leaf) {
        return LINES.stream()
                .filter(line -> line.holdsFor(leaf))
                .max(Comparator.comparingInt(line -> line.property().length()));
    }

    private static boolean isReadAsAnother(Template unchanged, Templates other) {
        try {
            return !Template.read(other.folder()).equals(unchanged);
        } catch (TemplateException | IllegalArgumentException | UncheckedIOException e) {
            return true; // it is read, and refused
        }
    }

    private static boolean isAnyFailing(String checks, Templates other) {
        boolean[] failing = {false};
        Templates.instead(
                other,
                () ->
                        failing[0] =
                                List.of(checks.split(", ")).stream()
                                        .anyMatch(PropertiesTest::isFailing));
        return failing[0];
    }

    private static boolean isFailing(String check) {
        String[] names = check.split("#");
        try {
            Class<?> type = Class.forName(names[0]);
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Method test = type.getDeclaredMethod(names[1]);
            test.setAccessible(true);
            assertThat(test.isAnnotationPresent(Test.class)).as(check).isTrue();
            test.invoke(constructor.newInstance());
            return false;
        } catch (InvocationTargetException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("There is no test " + check, e);
        }
    }

    private static List<Line> lines() {
        try {
            return Files.readAllLines(
                            Home.find()
                                    .root()
                                    .resolve("infra-cdk/src/test/resources/properties.txt"))
                    .stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .map(cells -> new Line(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading properties.txt failed", e);
        }
    }
}

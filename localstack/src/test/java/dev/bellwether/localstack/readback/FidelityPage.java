package dev.bellwether.localstack.readback;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// docs/reference/fidelity.md: every property that the app declares, and where it is checked.
final class FidelityPage {
    private static final String HEAD =
            """
            # Where each property of the description is checked

            Bellwether's CDK app writes CloudFormation templates. Nobody has AWS at hand while working on it, so a property of a template is checked in up to three
            other places. This page has one row for each property of each type of resource that the app declares.

            * **LocalStack**: the stacks are deployed into [LocalStack](https://docs.localstack.cloud/), somebody else's imitation of AWS, and read back through AWS's SDK.
              *checked*: what was read is what the template says, and another value would have been noticed. Otherwise: what LocalStack does instead.
            * **local-aws**: our own imitation, which `./bellwether demo` runs on. The name of a test: the property is acted out, and that test shows it. Otherwise: why it has
              no effect there.
            * **template**: the tests that look at the template itself and fail when the property has another value. **not checked** stands where nothing at all looks at it.

            A name like `Statement[].Action[]` means the elements of lists. The page is written by `./bellwether test --localstack --update`; never edit it by hand.
            What LocalStack does not carry is listed in `NotCarried` of module `localstack`; what the other two columns say is in `infra-cdk/src/test/resources/properties.txt`.
            Where LocalStack or local-aws behaves unlike AWS is told in [fidelity-differences.md](fidelity-differences.md).

            """;

    private final Holds holds;
    private final Function<Property, Optional<String>> notOnLocalStack;

    /// @param notOnLocalStack what LocalStack does instead of carrying the property; empty when it
    ///   carries it
    FidelityPage(Holds holds, Function<Property, Optional<String>> notOnLocalStack) {
        this.holds = holds;
        this.notOnLocalStack = notOnLocalStack;
    }

    static Path file(Path home) {
        return home.resolve("docs/reference/fidelity.md");
    }

    /// Where a property is checked best.
    private enum Checked {
        ON_LOCALSTACK_AND_LOCAL_AWS("LocalStack and local-aws"),
        ON_LOCALSTACK("LocalStack only"),
        ON_LOCAL_AWS("local-aws only"),
        STATICALLY("the template only"),
        NOT("nowhere");

        private final String words;

        Checked(String words) {
            this.words = words;
        }
    }

    private Checked checked(Property property) {
        boolean localStack = notOnLocalStack.apply(property).isEmpty();
        boolean localAws = holds.localAwsTest(property).isPresent();
        if (localStack) {
            return localAws ? Checked.ON_LOCALSTACK_AND_LOCAL_AWS : Checked.ON_LOCALSTACK;
        }
        if (localAws) {
            return Checked.ON_LOCAL_AWS;
        }
        return holds.staticChecks(property).isEmpty() ? Checked.NOT : Checked.STATICALLY;
    }

    /// The whole page.
    String of(Iterable<Property> properties) {
        SortedMap<String, List<Property>> byType = new TreeMap<>();
        for (Property property : properties) {
            byType.computeIfAbsent(property.type(), _ -> new ArrayList<>()).add(property);
        }
        StringBuilder page = new StringBuilder(HEAD);
        summarize(byType, page);
        byType.forEach((type, rows) -> {
            page.append(
                    "\n## %s\n\n| property | LocalStack | local-aws | template |\n| --- | --- | --- | --- |\n"
                            .formatted(type));
            rows.forEach(row -> page.append(row(row)));
        });
        return page.toString();
    }

    private void summarize(SortedMap<String, List<Property>> byType, StringBuilder page) {
        page.append("| checked on | properties |\n| --- | --- |\n");
        Map<Checked, Long> counts =
                byType.values().stream()
                        .flatMap(List::stream)
                        .collect(Collectors.groupingBy(this::checked, Collectors.counting()));
        for (Checked place : Checked.values()) {
            page.append("| %s | %d |\n".formatted(place.words, counts.getOrDefault(place, 0L)));
        }
    }

    private String row(Property property) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        property.path(),
                        notOnLocalStack.apply(property).orElse("checked"),
                        holds.localAwsTest(property)
                                .map(FidelityPage::shortName)
                                .orElseGet(() -> "no: " + holds.localAwsReason(property)),
                        template(property));
    }

    private String template(Property property) {
        List<String> checks = holds.staticChecks(property);
        if (checks.isEmpty()) {
            return checked(property) == Checked.NOT ? "**not checked**" : "";
        }
        if (checks.size() > 2) {
            String type = shortName(checks.getFirst()).replaceFirst("\\..*", "`");
            return String.format(Locale.ROOT, "%s, one of %d tests", type, checks.size());
        }
        return checks.stream().map(FidelityPage::shortName).collect(Collectors.joining(", "));
    }

    /// Class and method without the package.
    private static String shortName(String test) {
        return "`" + test.substring(test.lastIndexOf('.') + 1).replace('#', '.') + "`";
    }
}

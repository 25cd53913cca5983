package dev.bellwether.localstack.readback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.localstack.Deployment;
import dev.bellwether.localstack.LocalStack;
import dev.bellwether.localstack.OnLocalStack;
import dev.bellwether.localstack.Suite;
import dev.bellwether.localstack.Timings;
import dev.bellwether.localstack.readback.NotCarried.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The deployed resources are what the templates say, except for what [NotCarried] lists; all of it
/// ends in the page of fidelity.
@OnLocalStack
@Order(10)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReadBackTest {
    /// Lambda's defaults, as documented with CreateEventSourceMapping and CreateFunction:
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html>,
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html>.
    private static final Map<String, Map<String, String>> DEFAULTS =
            Map.of(
                    "AWS::Lambda::EventSourceMapping",
                    Map.of(
                            "/BisectBatchOnFunctionError", "false",
                            "/Enabled", "true",
                            "/FunctionResponseTypes", "[]",
                            "/MaximumBatchingWindowInSeconds", "0",
                            "/MaximumRecordAgeInSeconds", "-1",
                            "/MaximumRetryAttempts", "-1",
                            "/ParallelizationFactor", "1",
                            "/TumblingWindowInSeconds", "0"),
                    "AWS::Lambda::Function",
                    Map.of(
                            "/Architectures", "[\"x86_64\"]",
                            "/EphemeralStorage/Size", "512",
                            "/LoggingConfig/LogFormat", "Text",
                            "/MemorySize", "128",
                            "/PackageType", "Zip",
                            "/SnapStart/ApplyOn", "None",
                            "/Timeout", "3",
                            "/TracingConfig/Mode", "PassThrough"));

    private final Deployment deployment;
    private final ReadBack readBack;
    private final Probe probe;

    ReadBackTest(LocalStack localStack, Deployment deployment, @TempDir Path folder) {
        this.deployment = deployment;
        readBack =
                Timings.measured("read back", () -> ReadBack.of(deployment, localStack.clients()));
        probe = Timings.measured("probed", () -> Probe.deployed(readBack, localStack, folder));
    }

    @Test
    void whatIsReadIsWhatTheTemplateSaysOrListed() {
        SortedMap<Property, String> unlisted = new TreeMap<>();
        readBack.findings()
                .forEach((property, finding) ->
                        finding.filter(_ -> !isListed(property, Shows.AS_A_DIFFERENCE))
                                .ifPresent(difference -> unlisted.put(property, difference)));

        assertThat(unlisted)
                .as("not carried, and not listed in NotCarried with the static check that holds it")
                .isEmpty();
    }

    @Test
    void whatReadsLikeOursOnlyBecauseItIsTheDefaultIsListed() {
        assertThat(probe.unproven())
                .as("read like a resource that does not declare it: give probe.json another value")
                .isEmpty();
        assertThat(probe.dropped())
                .isEqualTo(
                        readBack.findings().keySet().stream()
                                .filter(property ->
                                        isListed(property, Shows.WITH_ANOTHER_VALUE_ONLY))
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void whatIsListedIsNotCarried() {
        Set<Property> carried = new TreeSet<>();
        readBack.findings()
                .forEach((property, finding) -> {
                    if (finding.isEmpty() && isListed(property, Shows.AS_A_DIFFERENCE)) {
                        carried.add(property);
                    }
                });

        assertThat(carried).as("carried, so it is no entry of NotCarried any more").isEmpty();
    }

    @Test
    void whatFunctionsAndMappingsDoNotDeclareIsLambdasDefaultAndWhatTheyDeclareIsNot() {
        for (ReadBack.Resource resource : readBack.resources()) {
            Map<String, String> defaults =
                    DEFAULTS.getOrDefault(resource.resource().type(), Map.of());
            defaults.forEach((setting, standard) -> {
                String name = resource.resource().logicalId() + setting;
                String actual = text(resource.actual().at(setting));
                if (!resource.declared().at(setting).isMissingNode()) {
                    // Else it would read the same if it were dropped.
                    assertThat(actual).as(name).isNotEqualTo(standard);
                } else if (!actual.isEmpty()) {
                    assertThat(actual).as(name).isEqualTo(standard);
                }
            });
        }
    }

    private static String text(JsonNode node) {
        return node.isContainerNode() ? node.toString() : node.asText();
    }

    @Test
    void thePageSaysWhatThisRunSaw() throws IOException {
        SortedMap<Property, Optional<String>> findings = readBack.findings();
        String page =
                new FidelityPage(
                                Holds.read(
                                        Suite.home(),
                                        FidelityPageTest.leftOut(deployment.assembly())),
                                property -> seen(property, findings.get(property)))
                        .of(Property.declaredBy(deployment));
        Files.writeString(Suite.target().resolve("fidelity.md"), page);
        Path file = FidelityPage.file(Suite.home());
        if (Boolean.getBoolean("bellwether.update")) {
            Files.writeString(file, page);
        }

        assertThat(file).as("./bellwether test --localstack --update writes it").hasContent(page);
    }

    private Optional<String> seen(Property property, Optional<String> finding) {
        if (finding.isEmpty() && !probe.dropped().contains(property)) {
            return Optional.empty();
        }
        return Optional.of(
                NotCarried.find(property)
                        .map(NotCarried.Entry::why)
                        .orElse(finding.orElse("dropped")));
    }

    private static boolean isListed(Property property, Shows shows) {
        return NotCarried.find(property).filter(entry -> entry.shows() == shows).isPresent();
    }
}

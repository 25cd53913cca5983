package dev.bellwether.localstack.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The table of cases on the engines of `local-aws`.
final class MappingsOnLocalAwsTest {
    @TestFactory
    Stream<DynamicTest> everyCase(@TempDir Path folder) {
        return tests(Side.Name.LOCAL_AWS, outcomes(folder));
    }

    static Map<MappingCase, Outcome> outcomes(Path folder) {
        Path home = Path.of(System.getProperty("bellwether.home", "..")).toAbsolutePath();
        List<MappingCase> rows = MappingCases.ALL;
        Map<String, Stage> stages = MappingRun.stages(rows);
        try (var controller = new Controller("127.0.0.1", stages);
                Side side = new LocalAwsSide(home.normalize(), folder, controller.address())) {
            return MappingRun.of(side, rows, stages);
        }
    }

    static Stream<DynamicTest> tests(Side.Name side, Map<MappingCase, Outcome> outcomes) {
        return outcomes.entrySet().stream()
                .map(row ->
                        dynamicTest(
                                row.getKey() + " on " + side,
                                () -> assertOutcome(side, row.getKey(), row.getValue())));
    }

    private static void assertOutcome(Side.Name side, MappingCase row, Outcome outcome) {
        Differences.of(side, row)
                .ifPresent(known ->
                        assertThat(outcome)
                                .as(
                                        "%s no longer differs in case %s: take it off the list of differences",
                                        side, row)
                                .isNotEqualTo(row.expected()));
        assertThat(outcome)
                .as("%s: %s (%s)", row, row.says(), row.page())
                .isEqualTo(Differences.wanted(side, row));
    }
}

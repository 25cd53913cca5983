package dev.bellwether.localstack.mapping;

import dev.bellwether.localstack.LocalStack;
import dev.bellwether.localstack.OnLocalStack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The table of cases on LocalStack, and beside it on `local-aws`: what each did is left in
/// `target/localstack/mappings.md`.
@OnLocalStack
@Order(40)
final class MappingsOnLocalStackTest {
    @TestFactory
    Stream<DynamicTest> everyCase(LocalStack localStack, @TempDir Path folder) {
        var running = CompletableFuture.supplyAsync(() -> outcomes(localStack));
        Map<MappingCase, Outcome> here = MappingsOnLocalAwsTest.outcomes(folder);
        Map<MappingCase, Outcome> there = running.join();
        MappingTable.write(here, there);
        return Stream.concat(
                MappingsOnLocalAwsTest.tests(Side.Name.LOCALSTACK, there),
                MappingsOnLocalAwsTest.tests(Side.Name.LOCAL_AWS, here));
    }

    private static Map<MappingCase, Outcome> outcomes(LocalStack localStack) {
        List<MappingCase> rows = MappingCases.ALL;
        Map<String, Stage> stages = MappingRun.stages(rows);
        try (var controller = new Controller(localStack.hostAddress(), stages);
                Side side = new LocalStackSide(localStack, controller.address())) {
            return MappingRun.of(side, rows, stages);
        }
    }
}

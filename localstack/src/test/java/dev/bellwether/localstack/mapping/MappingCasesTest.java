package dev.bellwether.localstack.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.localstack.mapping.Differences.Difference;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MappingCasesTest {
    @Test
    void everyCaseHasASourceOfItsOwnAndAPageThatSaysWhatIsExpected() {
        assertThat(MappingCases.ALL).extracting(MappingCase::id).doesNotHaveDuplicates();
        assertThat(MappingCases.ALL)
                .allSatisfy(row -> {
                    assertThat(row.page()).startsWith("https://docs.aws.amazon.com/");
                    assertThat(row.says()).isNotEmpty();
                });
    }

    @Test
    void everyDifferenceIsOneFromACase() {
        List<String> cases = MappingCases.ALL.stream().map(MappingCase::id).toList();

        assertThat(Differences.ALL)
                .extracting(one -> one.side() + " " + one.caseId())
                .doesNotHaveDuplicates();
        assertThat(Differences.ALL).extracting(Difference::caseId).isSubsetOf(cases);
        assertThat(MappingCases.ALL)
                .allSatisfy(row ->
                        assertThat(Differences.ALL)
                                .filteredOn(one -> one.caseId().equals(row.id()))
                                .extracting(Difference::instead)
                                .doesNotContain(row.expected()));
    }
}

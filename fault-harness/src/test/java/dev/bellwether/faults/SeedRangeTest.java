package dev.bellwether.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedRangeTest {
    @Test
    void bothEndsBelongToIt() {
        SeedRange range = SeedRange.parse("17..19");

        assertThat(range.seeds()).containsExactly(17L, 18L, 19L);
        assertThat(range.size()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "19..17", "-1..3", "1...3", "a..b"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SeedRange.parse(text));
    }
}

package dev.bellwether.lake.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitRatioTest {
    @ParameterizedTest
    @CsvSource({
        "2.0000, 2, 1",
        "7.00000700001, 7, 1",
        "6.99999300001, 7, 1",
        "1.5, 3, 2",
        "1.499999, 3, 2",
        "0.1, 1, 10",
        "0.066667, 1, 15",
        "0.3333333, 1, 3",
        "1.998, 999, 500",
        "1.0275, 411, 400",
        "1.398, 699, 500",
        "1.001, 1001, 1000",
        "0.001, 1, 1000",
        "20, 20, 1"
    })
    void aCoefficientSnapsToTheNearestRatio(BigDecimal coefficient, int newShares, int oldShares) {
        assertThat(SplitRatio.snap(coefficient)).contains(new SplitRatio(newShares, oldShares));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1.0000001", "0", "-2", "0.0000005", "1000001", "0.0004"})
    void whatIsNoSplitHasNoRatio(BigDecimal coefficient) {
        assertThat(SplitRatio.snap(coefficient)).isEmpty();
    }

    @Test
    void everyUsualRatioIsFoundFromSevenDigits() {
        for (int oldShares = 1; oldShares <= 60; oldShares++) {
            for (int newShares = 1; newShares <= 60; newShares++) {
                if (newShares != oldShares && gcd(newShares, oldShares) == 1) {
                    BigDecimal coefficient =
                            new BigDecimal(newShares)
                                    .divide(new BigDecimal(oldShares), new MathContext(7));
                    assertThat(SplitRatio.snap(coefficient))
                            .as("%s", coefficient)
                            .contains(new SplitRatio(newShares, oldShares));
                }
            }
        }
    }

    private static int gcd(int one, int other) {
        return other == 0 ? one : gcd(other, one % other);
    }
}

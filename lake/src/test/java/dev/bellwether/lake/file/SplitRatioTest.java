package dev.bellwether.lake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void aCoefficientSnapsToTheNearestRatio(String coefficient, int newShares, int oldShares)
            throws BadRowException {
        assertThat(SplitRatio.parse(coefficient))
                .isEqualTo(new SplitRatio(newShares, oldShares, new BigDecimal(coefficient)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "0.0000005", "1000001", "none"})
    void whatGivesNoSharesIsRefused(String coefficient) {
        assertThatThrownBy(() -> SplitRatio.parse(coefficient)).isInstanceOf(BadRowException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1.0000001", "1:1"})
    void oneForOneIsNoSplit(String coefficient) throws BadRowException {
        assertThat(SplitRatio.parse(coefficient).isNone()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.0667, 1, 15", "1.4286, 10, 7", "3:2, 3, 2", "10/4, 5, 2"})
    void roundedNumbersAndQuotientsAreReadToo(String text, int newShares, int oldShares)
            throws BadRowException {
        SplitRatio ratio = SplitRatio.parse(text);

        assertThat(ratio.newShares()).isEqualTo(newShares);
        assertThat(ratio.oldShares()).isEqualTo(oldShares);
    }

    @Test
    void everyUsualRatioIsFoundFromSevenDigits() throws BadRowException {
        for (int oldShares = 1; oldShares <= 60; oldShares++) {
            for (int newShares = 1; newShares <= 60; newShares++) {
                if (newShares != oldShares && gcd(newShares, oldShares) == 1) {
                    BigDecimal coefficient =
                            new BigDecimal(newShares)
                                    .divide(new BigDecimal(oldShares), new MathContext(7));
                    assertThat(SplitRatio.parse(coefficient.toPlainString()))
                            .as("%s", coefficient)
                            .isEqualTo(new SplitRatio(newShares, oldShares, coefficient));
                }
            }
        }
    }

    private static int gcd(int one, int other) {
        return other == 0 ? one : gcd(other, one % other);
    }
}

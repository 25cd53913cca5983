package dev.bellwether.market.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleKindTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sma-crossover:5,20",
                "sma-crossover:1,200",
                "percent-change:5",
                "percent-change:10",
                "percent-change:2.5",
                "percent-change:3sd",
                "price-level:150",
                "price-level:0.000001",
                "rsi-threshold:14,70",
                "rsi-threshold:2,99.5"
            })
    void aKindComesBackFromItsText(String text) {
        RuleKind kind = RuleKind.parse(text);

        assertThat(kind.text()).isEqualTo(text);
        assertThat(RuleKind.parse(kind.text())).isEqualTo(kind);
    }

    @Test
    void zerosAtTheEndMakeNoOtherKind() {
        assertThat(RuleKind.parse("percent-change:5.0"))
                .isEqualTo(RuleKind.parse("percent-change:5"));
        assertThat(new RuleKind.PriceLevel(new BigDecimal("100.00")))
                .isEqualTo(RuleKind.parse("price-level:100"));
        assertThat(new RuleKind.PercentChange(BigDecimal.TEN, RuleKind.MoveUnit.PERCENT))
                .isEqualTo(RuleKind.parse("percent-change:10"));
        assertThat(RuleKind.parse("rsi-threshold:14,70.0").text()).isEqualTo("rsi-threshold:14,70");
    }

    @Test
    void aKindIsWrittenInThisMachinesDigitsNowhere() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(new RuleKind.SmaCrossover(5, 20).text()).isEqualTo("sma-crossover:5,20");
            assertThat(RuleKind.parse("rsi-threshold:14,70").text())
                    .isEqualTo("rsi-threshold:14,70");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sma-crossover:20,5 | sma-crossover:5,20",
                "sma-crossover:5,5 | 1 <= fast < slow",
                "sma-crossover:0,5 | 1 <= fast < slow",
                "sma-crossover:5,201 | 200",
                "sma-crossover:5 | written like sma-crossover:5,20",
                "sma-crossover | written like sma-crossover:5,20",
                "sma-crossover:5,20,50 | written like sma-crossover:5,20",
                "sma-crossover:a,20 | no number of bars",
                "sma-crossover:-5,20 | no number of bars",
                "sma-crossover:5, 20 | no number of bars",
                "sma-crossover:5,99999 | no number of bars",
                "percent-change:0 | above 0",
                "percent-change:-5 | no amount",
                "percent-change: | no amount",
                "percent-change:sd | no amount",
                "percent-change:5% | no amount",
                "percent-change:1e3 | no amount",
                "price-level:0 | above 0",
                "price-level:1,5 | written like price-level:150",
                "price-level:0.0000001 | no amount",
                "rsi-threshold:1,70 | period of 2 to 100",
                "rsi-threshold:101,70 | period of 2 to 100",
                "rsi-threshold:14,100 | between 0 and 100",
                "rsi-threshold:14,0 | between 0 and 100",
                "rsi-threshold:14 | written like rsi-threshold:14,70",
                "SMA-crossover:5,20 | There is no rule",
                "macd:12,26 | There is no rule"
            })
    void aMalformedKindIsRefusedInWords(String text, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleKind.parse(text))
                .withMessageContaining(words);
    }

    @Test
    void nothingIsNoRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleKind.parse(""))
                .withMessageContaining("sma-crossover:FAST,SLOW");
    }
}

package dev.bellwether.localstack.readback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
    private static Map<String, Optional<String>> compared(String declared, String actual) {
        return Comparison.of(SdkJson.parsed(declared), SdkJson.parsed(actual));
    }

    @Test
    void everyDeclaredValueHasAFindingAndOthersHaveNone() {
        assertThat(
                        compared(
                                "{'Size':5,'Key':{'Id':'k','On':true}}".replace('\'', '"'),
                                "{'Size':'5','Key':{'On':false},'More':1}".replace('\'', '"')))
                .isEqualTo(
                        Map.of(
                                "Size", Optional.empty(),
                                "Key.Id", Optional.of("absent instead of \"k\""),
                                "Key.On", Optional.of("false instead of true")));
    }

    @Test
    void namedElementsAreFoundInAnyOrderAndOthersInTheirs() {
        assertThat(
                        compared(
                                "{'Tags':[{'Key':'a','Value':'1'},{'Key':'b','Value':'2'}],'List':['x','y']}"
                                        .replace('\'', '"'),
                                "{'Tags':[{'Key':'aws:x','Value':'3'},{'Key':'b','Value':'2'},{'Key':'a','Value':'1'}],'List':['y','x']}"
                                        .replace('\'', '"')))
                .isEqualTo(
                        Map.of(
                                "Tags[].Key", Optional.empty(),
                                "Tags[].Value", Optional.empty(),
                                "List[]", Optional.of("\"y\" instead of \"x\"")));
    }

    @Test
    void numbersAreComparedAsNumbers() {
        assertThat(compared("{\"Threshold\":1,\"Period\":60}", "{\"Threshold\":1.0,\"Period\":61}"))
                .isEqualTo(
                        Map.of(
                                "Threshold", Optional.empty(),
                                "Period", Optional.of("61 instead of 60")));
    }

    @Test
    void anElementMoreIsADifference() {
        assertThat(compared("{\"List\":[1]}", "{\"List\":[1,2]}"))
                .isEqualTo(Map.of("List[]", Optional.of("2 elements instead of 1")));
    }

    @Test
    void anEmptyListIsNoAbsentOne() {
        assertThat(compared("{\"List\":[]}", "{}"))
                .isEqualTo(Map.of("List", Optional.of("absent instead of []")));
    }
}

package dev.bellwether.local.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.local.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterPolicyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"a\":[\"x\",\"y\"]}                     | {\"a\":\"y\"}          | true",
                "{\"a\":[\"x\"]}                         | {\"a\":\"y\"}          | false",
                "{\"a\":[\"x\"],\"b\":[\"x\"]}             | {\"a\":\"x\"}          | false",
                "{\"a\":[{\"prefix\":\"AA\"}]}             | {\"a\":\"AAPL\"}       | true",
                "{\"a\":[{\"suffix\":\"AA\"}]}             | {\"a\":\"AAPL\"}       | false",
                "{\"a\":[{\"anything-but\":[\"x\"]}]}      | {\"a\":\"y\"}          | true",
                "{\"a\":[{\"anything-but\":\"x\"}]}        | {\"a\":\"x\"}          | false",
                "{\"a\":[{\"anything-but\":\"x\"}]}        | {}                   | false",
                "{\"a\":[{\"numeric\":[\">\",1,\"<=\",5]}]}  | {\"a\":5.0}            | true",
                "{\"a\":[{\"numeric\":[\"=\",5]}]}         | {\"a\":\"5\"}          | false",
                "{\"a\":[{\"exists\":false}]}            | {\"b\":1}              | true",
                "{\"a\":[{\"exists\":true}]}             | {\"a\":1}              | true",
                "{\"a\":[\"x\"]}                         | {\"a\":[\"w\",\"x\"]}    | true",
                "{\"a\":{\"b\":[true]}}                  | {\"a\":{\"b\":true}}     | true"
            })
    void aBodyPassesIfEveryNameMatches(String policy, String body, boolean passes) {
        assertThat(FilterPolicy.matchesBody(Json.parse(policy), body)).isEqualTo(passes);
    }

    @Test
    void aMessageThatIsNotJsonPassesNoPolicyOnItsBody() {
        assertThat(FilterPolicy.matchesBody(Json.parse("{\"a\":[\"x\"]}"), "AAPL crossed"))
                .isFalse();
    }

    @Test
    void aConditionThatIsNotKnownIsAnErrorAndNotAMatch() {
        assertThatThrownBy(() ->
                        FilterPolicy.matchesBody(
                                Json.parse("{\"a\":[{\"cidr\":\"10.0.0.0/8\"}]}"), "{\"a\":\"x\"}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cidr");
    }
}

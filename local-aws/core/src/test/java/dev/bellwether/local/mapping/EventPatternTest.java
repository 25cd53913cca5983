package dev.bellwether.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bellwether.local.mapping.EventPattern.Filter;
import dev.bellwether.local.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPatternTest {
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    {"a":["x"]}                                | {"a":"x"}               | true
                    {"a":["x"]}                                | {"a":"X"}               | false
                    {"a":["x","y"]}                            | {"a":"y"}               | true
                    {"a":["x"]}                                | {"a":["z","x"]}         | true
                    {"a":["x"]}                                | {}                      | false
                    {"a":["1"]}                                | {"a":1}                 | false
                    {"a":[300]}                                | {"a":300}               | true
                    {"a":[300]}                                | {"a":300.0}             | false
                    {"a":[true]}                               | {"a":true}              | true
                    {"a":[null]}                               | {"a":null}              | true
                    {"a":[null]}                               | {}                      | false
                    {"a":[""]}                                 | {"a":""}                | true
                    {"a":["x"],"b":["y"]}                      | {"a":"x","b":"y"}       | true
                    {"a":["x"],"b":["y"]}                      | {"a":"x","b":"z"}       | false
                    {"a":{"b":{"c":["x"]}}}                    | {"a":{"b":{"c":"x"}}}   | true
                    {"a":{"b":["x"]}}                          | {"a":"x"}               | false
                    {"a":[{"prefix":"bar#"}]}                  | {"a":"bar#1d"}          | true
                    {"a":[{"prefix":"bar#"},{"prefix":"al"}]}  | {"a":"alert#1"}         | true
                    {"a":[{"prefix":"bar#"}]}                  | {"a":"quote#1"}         | false
                    {"a":[{"prefix":"1"}]}                     | {"a":12}                | false
                    {"a":[{"suffix":".png"}]}                  | {"a":"b.png"}           | true
                    {"a":[{"equals-ignore-case":"X"}]}         | {"a":"x"}               | true
                    {"a":[{"exists":true}]}                    | {"a":null}              | true
                    {"a":[{"exists":true}]}                    | {}                      | false
                    {"a":[{"exists":false}]}                   | {}                      | true
                    {"a":{"b":[{"exists":false}]}}             | {}                      | true
                    {"a":[{"numeric":[">",0,"<=",5]}]}         | {"a":5.0}               | true
                    {"a":[{"numeric":[">",0,"<=",5]}]}         | {"a":5.01}              | false
                    {"a":[{"numeric":["=",5]}]}                | {"a":5.00}              | true
                    {"a":[{"numeric":[">=",5]}]}               | {"a":"6"}               | false
                    {"a":[{"numeric":["<",5]}]}                | {}                      | false
                    {"a":[{"anything-but":"x"}]}               | {"a":"y"}               | true
                    {"a":[{"anything-but":"x"}]}               | {"a":"x"}               | false
                    {"a":[{"anything-but":["x","y"]}]}         | {"a":"y"}               | false
                    {"a":[{"anything-but":{"prefix":"q"}}]}    | {"a":"quote"}           | false
                    {"a":[{"anything-but":{"prefix":"q"}}]}    | {"a":"bar"}             | true
                    {"a":[{"anything-but":"x"}]}               | {}                      | false
                    {"$or":[{"a":["x"]},{"b":["y"]}]}          | {"a":"z","b":"y"}       | true
                    {"$or":[{"a":["x"]},{"b":["y"]}]}          | {"a":"z","b":"z"}       | false
                    """)
    void aPatternMatchesAsEventBridgeSays(String pattern, String event, boolean expected) {
        assertThat(EventPattern.of(Json.parse(pattern)).matches(Json.parse(event)))
                .isEqualTo(expected);
    }

    @Test
    void oneOfSeveralPatternsIsEnoughAndNoPatternLetsEverythingPass() {
        Filter filter =
                Filter.of(List.of(Json.parse("{\"a\":[\"x\"]}"), Json.parse("{\"b\":[\"y\"]}")));

        assertThat(filter.passes(Json.parse("{\"b\":\"y\"}"))).isTrue();
        assertThat(filter.passes(Json.parse("{\"c\":\"y\"}"))).isFalse();
        assertThat(Filter.NONE.passes(Json.object())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    {"a":[{"cidr":"10.0.0.0/8"}]}    | cidr
                    {"a":[{"wildcard":"*"}]}         | wildcard
                    {"a":"x"}                        | Field a
                    {"a":[{"numeric":["~",5]}]}      | Comparison ~
                    {"a":[{"prefix":5}]}             | wants a text
                    {}                               | at least one field
                    """)
    void aPatternThatIsNotActedOutIsRefusedByName(String pattern, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventPattern.of(Json.parse(pattern)))
                .withMessageContaining(named);
    }
}

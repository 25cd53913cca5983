package dev.bellwether.local.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.glue.JobRun;
import dev.bellwether.local.template.EventRule;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.template.TemplateException;
import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventBusTest {
    private static final Instant FIVE_PAST = Instant.parse("2026-11-21T05:05:00.750Z");
    private static final String GLUE_SUCCEEDED =
            "{\"source\":[\"aws.glue\"],\"detail-type\":[\"Glue Job State Change\"],\"detail\":{\"jobName\":[{\"prefix\":\"lake-\"}],\"state\":[\"SUCCEEDED\"]}}";
    private static final String FUNCTION = "{\"Fn::GetAtt\":[\"Function\",\"Arn\"]}";
    private static final String TOPIC = "{\"Ref\":\"Alarms\"}";

    @TempDir Path folder;
    private final List<String> told = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    lake-etl, SUCCEEDED, 1
                    lake-etl, FAILED, 0
                    lake-etl, TIMEOUT, 0
                    another, SUCCEEDED, 0
                    """)
    void aRuleTellsItsTargetsTheEventsThatItsPatternIsFor(String job, String state, int times)
            throws IOException {
        put(bus(GLUE_SUCCEEDED, target(FUNCTION, "")), job, state, "");

        assertThat(told).hasSize(times).allMatch(line -> line.startsWith("invoke rule "));
    }

    @Test
    void aFunctionGetsGluesEventWithMarketTime() throws IOException {
        put(bus(GLUE_SUCCEEDED, target(FUNCTION, "")), "lake-etl", "SUCCEEDED", "");

        ObjectNode event =
                (ObjectNode) Json.parse(told.getFirst().substring("invoke rule ".length()));
        assertThat(event.remove("id").asText()).hasSize(36);
        assertThat(event)
                .isEqualTo(
                        Json.parse(
                                """
                                {"version":"0","detail-type":"Glue Job State Change","source":"aws.glue",
                                 "account":"000000000000","time":"2026-11-21T05:05:00Z","region":"us-east-1","resources":[],
                                 "detail":{"jobName":"lake-etl","severity":"INFO","state":"SUCCEEDED","jobRunId":"jr_1",
                                   "message":"Job run succeeded"}}
                                """));
    }

    @Test
    void aTopicGetsASentenceWithPartsOfTheEvent() throws IOException {
        String transformer =
                """
                ,"InputTransformer":{"InputPathsMap":{"job":"$.detail.jobName","why":"$.detail.message","gone":"$.detail.none"},
                 "InputTemplate":"\\"<job> failed: <why> (<aws.events.rule-name>)<gone>\\""}
                """;
        put(
                bus("{\"source\":[\"aws.glue\"]}", target(TOPIC, transformer)),
                "lake-etl",
                "FAILED",
                "no \"raw\" zone");

        assertThat(told)
                .containsExactly("publish rule \"lake-etl failed: no \\\"raw\\\" zone (rule)\"");
    }

    @Test
    void outsideOfQuotesAPartIsJson() throws IOException {
        String transformer =
                """
                ,"InputTransformer":{"InputPathsMap":{"detail":"$.detail","job":"$.detail.jobName"},
                 "InputTemplate":"{\\"what\\": <detail>, \\"job\\": <job>, \\"text\\": \\"<job>\\"}"}
                """;
        put(
                bus("{\"source\":[\"aws.glue\"]}", target(FUNCTION, transformer)),
                "lake-etl",
                "STOPPED",
                "by hand");

        JsonNode input = Json.parse(told.getFirst().substring("invoke rule ".length()));
        assertThat(input.path("what").path("message").asText()).isEqualTo("by hand");
        assertThat(input.path("job").asText()).isEqualTo("lake-etl");
        assertThat(input.path("text").asText()).isEqualTo("lake-etl");
    }

    @Test
    void aConstantInputStandsForTheEvent() throws IOException {
        put(
                bus("{\"source\":[\"aws.glue\"]}", target(FUNCTION, ",\"Input\":\"{}\"")),
                "lake-etl",
                "FAILED",
                "");

        assertThat(told).containsExactly("invoke rule {}");
    }

    @Test
    void aDisabledRuleAndAClosedBusTellNothing() throws IOException {
        String disabled =
                "\"EventPattern\":%s,\"State\":\"DISABLED\",\"Targets\":[%s]"
                        .formatted(GLUE_SUCCEEDED, target(FUNCTION, ""));
        put(bus(disabled), "lake-etl", "SUCCEEDED", "");

        EventBus closed = bus(GLUE_SUCCEEDED, target(FUNCTION, ""));
        closed.close();
        put(closed, "lake-etl", "SUCCEEDED", "");

        assertThat(told).isEmpty();
    }

    @Test
    void whatIsNotActedOutIsRefusedByName() {
        String queue = "\"arn:aws:sqs:us-east-1:000000000000:q\"";
        assertRefused(GLUE_SUCCEEDED, target(queue, ""), "only functions and topics are acted out");
        assertRefused(
                GLUE_SUCCEEDED,
                target("\"arn:aws:sns:us-east-1:000000000000:other\"", ""),
                "which the template does not declare");
        assertRefused(GLUE_SUCCEEDED, target(FUNCTION, ",\"InputPath\":\"$.detail\""), "InputPath");
        assertRefused(
                "{\"source\":[{\"wildcard\":\"aws.*\"}]}",
                target(FUNCTION, ""),
                "Rule Told: Filter operator wildcard");
        assertRefused(
                GLUE_SUCCEEDED,
                target(
                        TOPIC,
                        ",\"InputTransformer\":{\"InputPathsMap\":{\"a\":\"$.detail[0]\"},\"InputTemplate\":\"<a>\"}"),
                "$.detail[0]");
        assertRefused(
                GLUE_SUCCEEDED,
                target(TOPIC, ",\"InputTransformer\":{\"InputTemplate\":\"\\\"<job>\\\"\"}"),
                "has <job> in a target's input");
        assertThatThrownBy(() -> bus("\"ScheduleExpression\":\"rate(1 day)\""))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("ScheduleExpression is set");
        assertThatThrownBy(
                        () -> bus("\"EventBusName\":\"mine\",\"EventPattern\":" + GLUE_SUCCEEDED))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("EventBusName is set");
        assertThatThrownBy(() ->
                        bus(
                                "\"EventPattern\":%s,\"State\":\"ENABLED_FOR_ALL\""
                                        .formatted(GLUE_SUCCEEDED)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("State is ENABLED_FOR_ALL");
        assertThatThrownBy(() -> bus("\"Targets\":[]"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("EventPattern is missing");
    }

    private void assertRefused(String pattern, String target, String message) {
        assertThatThrownBy(() -> bus(pattern, target))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(message);
    }

    private static void put(EventBus bus, String job, String state, String message) {
        bus.put(
                ServiceEvents.glueJobEnded(
                        new JobRun(job, "jr_1", state, message, Duration.ofSeconds(9)), FIVE_PAST),
                FIVE_PAST);
    }

    private static String target(String arn, String more) {
        return "{\"Id\":\"Target0\",\"Arn\":%s%s}".formatted(arn, more);
    }

    private EventBus bus(String pattern, String target) throws IOException {
        return bus("\"EventPattern\":%s,\"Targets\":[%s]".formatted(pattern, target));
    }

    private EventBus bus(String properties) throws IOException {
        Files.writeString(
                folder.resolve("manifest.json"),
                """
                {"artifacts":{
                  "S.assets":{"type":"cdk:asset-manifest","properties":{"file":"S.assets.json"}},
                  "S":{"type":"aws:cloudformation:stack","properties":{"templateFile":"S.json"},"dependencies":["S.assets"]}}}
                """);
        Files.writeString(
                folder.resolve("S.assets.json"),
                """
                {"files":{"a":{"source":{"path":"a.jar"},"destinations":{"d":{"objectKey":"a.jar"}}}}}
                """);
        Files.writeString(
                folder.resolve("S.json"),
                """
                {"Resources":{
                  "Alarms":{"Type":"AWS::SNS::Topic","Properties":{}},
                  "Function":{"Type":"AWS::Lambda::Function","Properties":{"Handler":"H","Runtime":"java25",
                    "Code":{"S3Key":"a.jar"},"Role":"arn:aws:iam::000000000000:role/R"}},
                  "Told":{"Type":"AWS::Events::Rule","Properties":{"Name":"rule",%s}}}}
                """
                        .formatted(properties));
        return new EventBus(
                Template.read(folder),
                new EventBus.Targets() {
                    @Override
                    public void invoke(
                            EventRule rule, String functionArn, String event, Instant time) {
                        assertThat(functionArn)
                                .isEqualTo(
                                        "arn:aws:lambda:us-east-1:000000000000:function:S-Function");
                        assertThat(time).isEqualTo(FIVE_PAST);
                        told.add("invoke " + rule.name() + " " + event);
                    }

                    @Override
                    public void publish(
                            EventRule rule, String topicArn, String message, Instant time) {
                        assertThat(topicArn)
                                .isEqualTo("arn:aws:sns:us-east-1:000000000000:S-Alarms");
                        told.add("publish " + rule.name() + " " + message);
                    }
                });
    }
}

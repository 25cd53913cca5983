package dev.bellwether.local.template;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateErrorTest {
    @TempDir Path folder;

    @Test
    void aFolderWithoutManifestIsNoAssembly() {
        assertThatThrownBy(() -> Template.read(folder))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("cdk synth");
    }

    @Test
    void anUnknownResourceTypeIsNamed() throws IOException {
        resources("{\"Search\":{\"Type\":\"AWS::OpenSearchService::Domain\"}}");
        assertThatThrownBy(() -> Template.read(folder))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("AWS::OpenSearchService::Domain (Search in stack S)");
    }

    @Test
    void anIntrinsicThatCannotBeResolvedIsNamedWithItsPlace() throws IOException {
        resources(
                """
                {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"Tags": [{"Value": {"Fn::GetAZs": ""}}]}}}
                """);
        assertThatThrownBy(() -> Template.read(folder))
                .hasMessage(
                        "Stack S, resource Q, Properties.Tags.0.Value uses Fn::GetAZs, which is not known here");
    }

    @Test
    void anImportThatNobodyExportsIsAnError() throws IOException {
        resources(
                """
                {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Fn::ImportValue": "Lost"}}}}
                """);
        assertThatThrownBy(() -> Template.read(folder))
                .hasMessageContaining("Stack S, resource Q, Properties.QueueName imports Lost");
    }

    @Test
    void anAttributeThatIsNotKnownIsAnError() throws IOException {
        resources(
                """
                {"A": {"Type": "AWS::SQS::Queue"},
                 "Q": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Fn::Sub": "x-${A.Colour}"}}}}
                """);
        assertThatThrownBy(() -> Template.read(folder))
                .hasMessageContaining("attribute Colour of A (AWS::SQS::Queue)");
    }

    @Test
    void namesThatDependOnEachOtherAreAnError() throws IOException {
        resources(
                """
                {"A": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Fn::GetAtt": ["B", "QueueName"]}}},
                 "B": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Fn::GetAtt": ["A", "QueueName"]}}}}
                """);
        assertThatThrownBy(() -> Template.read(folder)).hasMessageContaining("depends on itself");
    }

    @Test
    void aSettingThatIsNotActedOutIsAnErrorAndNotDropped() throws IOException {
        resources(
                """
                {"Rate": {"Type": "AWS::Scheduler::Schedule", "Properties": {
                  "ScheduleExpression": "rate(1 minute)", "StartDate": "2026-01-01T00:00:00Z",
                  "Target": {"Arn": "arn:aws:sqs:us-east-1:000000000000:q"}}}}
                """);
        assertThatThrownBy(() -> Template.read(folder)).hasMessageContaining("StartDate is set");
    }

    private void resources(String json) throws IOException {
        Files.writeString(
                folder.resolve("manifest.json"),
                """
                {"artifacts": {"S": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "s.json"}}}}
                """);
        Files.writeString(folder.resolve("s.json"), "{\"Resources\": " + json + "}");
    }
}

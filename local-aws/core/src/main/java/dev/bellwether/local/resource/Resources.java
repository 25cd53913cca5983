package dev.bellwether.local.resource;

import dev.bellwether.local.template.Bucket;
import dev.bellwether.local.template.Queue;
import dev.bellwether.local.template.Stream;
import dev.bellwether.local.template.Table;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.wire.AwsJsonClient;
import dev.bellwether.local.wire.JsonService;
import dev.bellwether.local.wire.S3Client;
import java.util.Comparator;

/// Makes the engines hold what a template declares.
public final class Resources {
    private final ServiceEndpoints endpoints;

    public Resources(ServiceEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    /// Creates what is missing and returns when all of it is usable; what is there already is kept
    /// with its content.
    ///
    /// @throws dev.bellwether.local.template.TemplateException if a table or stream is there in
    ///   another shape
    public void create(Template template) {
        S3Client s3 = new S3Client(endpoints.s3());
        for (Bucket bucket : template.buckets()) {
            s3.createBucket(bucket.name());
        }
        Tables tables = new Tables(new AwsJsonClient(JsonService.DYNAMODB, endpoints.dynamoDb()));
        for (Table table : template.tables()) {
            tables.create(table);
        }
        Streams streams = new Streams(new AwsJsonClient(JsonService.KINESIS, endpoints.kinesis()));
        for (Stream stream : template.streams()) {
            streams.create(stream);
        }
        Queues queues = new Queues(new AwsJsonClient(JsonService.SQS, endpoints.sqs()));
        template.queues().stream()
                // A redrive policy names a queue that must be there first.
                .sorted(Comparator.comparing((Queue queue) -> queue.redrivePolicy().isPresent()))
                .forEach(queues::create);
    }
}

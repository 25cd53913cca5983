package dev.bellwether.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.bellwether.faults.aws.SimulatedTopic;
import dev.bellwether.local.function.FunctionInvoker;
import dev.bellwether.local.function.InvocationOutcome.Answered;
import dev.bellwether.local.mapping.MappingServices.ObjectStore;
import dev.bellwether.local.mapping.ServiceCalls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/// A harness that finds nothing proves nothing: each mistake here must be found, by some of the
/// seeds that run every time.
class PlantedMistakesTest {
    private static final long SEEDS = 300;

    private static void assertFound(String violation, Alterations mistake) {
        for (long seed = 0; seed < SEEDS; seed++) {
            SeedReport report = SeedRun.run(seed, mistake);
            if (report.violations().stream().anyMatch(found -> found.text().contains(violation))) {
                assertThat(report.seed()).isEqualTo(seed);
                return;
            }
        }
        throw new AssertionError("No seed below %d reports \"%s\"".formatted(SEEDS, violation));
    }

    @Test
    void aFunctionThatAcknowledgesWhatItHasNotWritten() {
        assertFound(
                "lost quote",
                new Alterations() {
                    @Override
                    public FunctionInvoker function(String name, FunctionInvoker function) {
                        return payload -> {
                            function.invoke(payload);
                            return new Answered("{}".getBytes(UTF_8));
                        };
                    }
                });
    }

    private static MessageAttributeValue attribute(String text) {
        return MessageAttributeValue.builder().stringValue(text).build();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("")).s();
    }

    @Test
    void aFunctionThatIgnoresUnprocessedItems() {
        assertFound(
                "lost quote",
                new Alterations() {
                    @Override
                    public DynamoDbClient table(DynamoDbClient client, SimulatedTopic topic) {
                        return new PassingOn(client) {
                            @Override
                            public BatchWriteItemResponse batchWriteItem(
                                    BatchWriteItemRequest request) {
                                client.batchWriteItem(request);
                                return BatchWriteItemResponse.builder().build();
                            }
                        };
                    }
                });
    }

    @Test
    void aFunctionThatPublishesBeforeTheConditionalWrite() {
        assertFound(
                "was published 2 times, not 1",
                new Alterations() {
                    @Override
                    public DynamoDbClient table(DynamoDbClient client, SimulatedTopic topic) {
                        return new PassingOn(client) {
                            @Override
                            public PutItemResponse putItem(PutItemRequest request) {
                                if (request.item().containsKey("alert_id")) {
                                    topic.publish(
                                            PublishRequest.builder()
                                                    .message("too early")
                                                    .messageAttributes(
                                                            Map.of(
                                                                    "kind",
                                                                    attribute("fired"),
                                                                    "alert_id",
                                                                    attribute(
                                                                            text(
                                                                                    request.item(),
                                                                                    "alert_id"))))
                                                    .build());
                                }
                                return client.putItem(request);
                            }
                        };
                    }
                });
    }

    @Test
    void aFunctionThatForgetsToMark() {
        assertFound(
                "though nothing failed",
                new Alterations() {
                    @Override
                    public DynamoDbClient table(DynamoDbClient client, SimulatedTopic topic) {
                        return new PassingOn(client) {
                            @Override
                            public UpdateItemResponse updateItem(UpdateItemRequest request) {
                                return request.updateExpression().contains("if_not_exists")
                                        ? UpdateItemResponse.builder().build()
                                        : client.updateItem(request);
                            }
                        };
                    }
                });
    }

    @Test
    void aFunctionWhoseAlertRowsHaveNoKeyOfTheirOwnAndThatDoesNotLookForThem() {
        assertFound(
                "duplicate alert row",
                new Alterations() {
                    private int rows;

                    @Override
                    public DynamoDbClient table(DynamoDbClient client, SimulatedTopic topic) {
                        return new PassingOn(client) {
                            @Override
                            public PutItemResponse putItem(PutItemRequest request) {
                                var item = new HashMap<>(request.item());
                                if (item.containsKey("alert_id")) {
                                    item.computeIfPresent(
                                            "sk", (_, sk) -> AttributeValue.fromS(sk.s() + rows++));
                                }
                                return client.putItem(request.toBuilder().item(item).build());
                            }

                            @Override
                            public QueryResponse query(QueryRequest request) {
                                QueryResponse all = client.query(request);
                                var items = new ArrayList<>(all.items());
                                items.removeIf(item -> item.containsKey("alert_id"));
                                return all.toBuilder().items(items).build();
                            }
                        };
                    }
                });
    }

    @Test
    void aFunctionThatTakesARefusedConditionForAnInsertedRow() {
        assertFound(
                "lost alert",
                new Alterations() {
                    @Override
                    public DynamoDbClient table(DynamoDbClient client, SimulatedTopic topic) {
                        return new PassingOn(client) {
                            @Override
                            public PutItemResponse putItem(PutItemRequest request) {
                                try {
                                    return client.putItem(request);
                                } catch (ConditionalCheckFailedException e) {
                                    throw e;
                                } catch (RuntimeException e) {
                                    return PutItemResponse.builder().build();
                                }
                            }
                        };
                    }
                });
    }

    @Test
    void aFunctionThatJudgesWithoutTheBarBefore() {
        assertFound(
                "alert row without a reason",
                new Alterations() {
                    @Override
                    public DynamoDbClient table(DynamoDbClient client, SimulatedTopic topic) {
                        return new PassingOn(client) {
                            @Override
                            public QueryResponse query(QueryRequest request) {
                                QueryResponse all = client.query(request);
                                var items = new ArrayList<>(all.items());
                                if (items.size() > 1
                                        && text(items.get(1), "sk").startsWith("bar#")) {
                                    items.remove(1);
                                }
                                return all.toBuilder().items(items).build();
                            }
                        };
                    }
                });
    }

    @Test
    void aFunctionThatNeverRetracts() {
        assertFound(
                "though its rule does not fire there",
                new Alterations() {
                    @Override
                    public DynamoDbClient table(DynamoDbClient client, SimulatedTopic topic) {
                        return new PassingOn(client) {
                            @Override
                            public UpdateItemResponse updateItem(UpdateItemRequest request) {
                                return request.expressionAttributeNames()
                                                .containsValue("retracted_at")
                                        ? UpdateItemResponse.builder().build()
                                        : client.updateItem(request);
                            }
                        };
                    }
                });
    }

    @Test
    void aFunctionThatSendsWhatIsOnlyRecorded() {
        assertFound(
                "recorded alert was told",
                new Alterations() {
                    @Override
                    public DynamoDbClient table(DynamoDbClient client, SimulatedTopic topic) {
                        return new PassingOn(client) {
                            @Override
                            public GetItemResponse getItem(GetItemRequest request) {
                                GetItemResponse answer = client.getItem(request);
                                if (!text(answer.item(), "status").equals("recorded")) {
                                    return answer;
                                }
                                var item = new HashMap<>(answer.item());
                                item.put("status", AttributeValue.fromS("fired"));
                                return answer.toBuilder().item(item).build();
                            }
                        };
                    }
                });
    }

    @Test
    void aFunctionThatTakesHistoryForNews() {
        assertFound(
                "alert row is fired and has to be recorded",
                new Alterations() {
                    @Override
                    public DynamoDbClient table(DynamoDbClient client, SimulatedTopic topic) {
                        return new PassingOn(client) {
                            @Override
                            public PutItemResponse putItem(PutItemRequest request) {
                                var item = new HashMap<>(request.item());
                                item.replace(
                                        "status",
                                        AttributeValue.fromS("recorded"),
                                        AttributeValue.fromS("fired"));
                                return client.putItem(request.toBuilder().item(item).build());
                            }
                        };
                    }
                });
    }

    @Test
    void aFunctionThatRestatesNoSampledBar() {
        assertFound(
                "sampled bar",
                new Alterations() {
                    @Override
                    public DynamoDbClient table(DynamoDbClient client, SimulatedTopic topic) {
                        return new PassingOn(client) {
                            @Override
                            public PutItemResponse putItem(PutItemRequest request) {
                                return request.expressionAttributeValues().containsKey(":before")
                                        ? PutItemResponse.builder().build()
                                        : client.putItem(request);
                            }
                        };
                    }
                });
    }

    @Test
    void aFunctionThatLandsEachTryUnderAnotherName() {
        assertFound(
                "lies in the lake 2 times, not 1",
                new Alterations() {
                    private int tries;

                    @Override
                    public S3Client lake(S3Client client) {
                        return new S3Client() {
                            @Override
                            public PutObjectResponse putObject(
                                    PutObjectRequest request, RequestBody body) {
                                String key = request.key().replace("/shardId", "/" + tries++);
                                return client.putObject(request.toBuilder().key(key).build(), body);
                            }

                            @Override
                            public String serviceName() {
                                return client.serviceName();
                            }

                            @Override
                            public void close() {
                                client.close();
                            }
                        };
                    }
                });
    }

    @Test
    void aPollerThatSkipsTheLastRecord() {
        assertFound(
                "lost quote",
                new Alterations() {
                    @Override
                    public ServiceCalls calls(ServiceCalls calls) {
                        return (service, action, request) -> {
                            JsonNode answer = calls.call(service, action, request);
                            if (action.equals("GetRecords")
                                    && answer.path("Records") instanceof ArrayNode records
                                    && records.size() > 1) {
                                records.remove(records.size() - 1);
                            }
                            return answer;
                        };
                    }
                });
    }

    @Test
    void aPollerThatKeepsNothingOfWhatItGivesUp() {
        assertFound(
                "deadly record not in the failure bucket",
                new Alterations() {
                    @Override
                    public ObjectStore failures(ObjectStore store) {
                        return (_, _, _) -> {};
                    }
                });
    }

    /// A client that does as another one does.
    private static class PassingOn implements DynamoDbClient {
        private final DynamoDbClient client;

        PassingOn(DynamoDbClient client) {
            this.client = client;
        }

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            return client.getItem(request);
        }

        @Override
        public QueryResponse query(QueryRequest request) {
            return client.query(request);
        }

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            return client.putItem(request);
        }

        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest request) {
            return client.updateItem(request);
        }

        @Override
        public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
            return client.batchWriteItem(request);
        }

        @Override
        public String serviceName() {
            return client.serviceName();
        }

        @Override
        public void close() {
            client.close();
        }
    }
}

package dev.bellwether.traintrigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/// SageMaker's API in its own protocol, AWS JSON 1.1, signed by the SDK's signer.
///
/// See <https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html>.
final class SageMakerApi {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";
    private static final int ERROR_STATUS = 400;

    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final String region;
    private final URI endpoint;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    SageMakerApi(
            SdkHttpClient http, AwsCredentialsProvider credentials, String region, URI endpoint) {
        this.http = http;
        this.credentials = credentials;
        this.region = region;
        this.endpoint = endpoint;
    }

    /// What SageMaker answered.
    record Answer(int status, JsonNode body) {
        /// Whether it is the error of that name; the name may stand behind a namespace.
        boolean isRefusal(String error) {
            String type = body.path("__type").asText();
            return status >= ERROR_STATUS && error.equals(type.substring(type.indexOf('#') + 1));
        }

        /// The body. Throws [SageMakerException] on an error.
        JsonNode requireSuccess(String action) {
            if (status >= ERROR_STATUS) {
                throw new SageMakerException(
                        "%s failed: SageMaker answered %d %s %s"
                                .formatted(
                                        action,
                                        status,
                                        body.path("__type").asText(),
                                        body.path("message")
                                                .asText(body.path("Message").asText())));
            }
            return body;
        }
    }

    /// Throws [SageMakerException] when there is no answer, or none in JSON.
    Answer call(String operation, JsonNode input) {
        try {
            return send(sign(operation, JSON.writeValueAsBytes(input)));
        } catch (IOException e) {
            throw new SageMakerException(
                    "Calling %s at %s failed: %s".formatted(operation, endpoint, e.getMessage()),
                    e);
        }
    }

    private SignedRequest sign(String operation, byte[] body) {
        SdkHttpRequest request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(endpoint)
                        .putHeader("X-Amz-Target", "SageMaker." + operation)
                        .putHeader("Content-Type", CONTENT_TYPE)
                        .putHeader("Content-Length", Integer.toString(body.length))
                        .build();
        return signer.sign(signing ->
                signing.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sagemaker")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    }

    private Answer send(SignedRequest signed) throws IOException {
        HttpExecuteResponse response =
                http.prepareRequest(
                                HttpExecuteRequest.builder()
                                        .request(signed.request())
                                        .contentStreamProvider(signed.payload().orElseThrow())
                                        .build())
                        .call();
        int status = response.httpResponse().statusCode();
        try (InputStream body = response.responseBody().orElseThrow()) {
            return new Answer(status, read(status, body.readAllBytes()));
        }
    }

    /// A load balancer's error page is no JSON, but its status says enough.
    private static JsonNode read(int status, byte[] body) throws IOException {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            if (status >= ERROR_STATUS) {
                return JSON.createObjectNode()
                        .put(
                                "message",
                                new String(body, StandardCharsets.UTF_8)
                                        .lines()
                                        .findFirst()
                                        .orElse(""));
            }
            throw e;
        }
    }
}

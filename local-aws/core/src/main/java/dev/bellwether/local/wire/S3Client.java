package dev.bellwether.local.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The few calls of S3's REST API that this machine's own parts make, in path style.
///
/// See <https://docs.aws.amazon.com/AmazonS3/latest/API/Type_API_Reference.html>.
public final class S3Client {
    private final URI endpoint;

    /// @param endpoint base address, such as `http://127.0.0.1:4567`
    public S3Client(URI endpoint) {
        this.endpoint = endpoint.resolve("/");
    }

    /// Makes the bucket; one that is already there is left as it is.
    public void createBucket(String bucket) {
        LoopbackHttp.Answer answer = send("PUT", "/" + bucket, null);
        // us-east-1 answers 200 to the owner who makes a bucket again, S3Proxy 409.
        if (answer.status() != 200 && !answer.text().contains("BucketAlreadyOwnedByYou")) {
            throw refusal("CreateBucket", answer);
        }
    }

    /// Stores an object, in place of the one that may be there.
    public void put(String bucket, String key, byte[] content) {
        LoopbackHttp.Answer answer = send("PUT", path(bucket, key), content);
        if (answer.status() != 200) {
            throw refusal("PutObject", answer);
        }
    }

    /// An object's content.
    public Optional<byte[]> find(String bucket, String key) {
        LoopbackHttp.Answer answer = send("GET", path(bucket, key), null);
        return switch (answer.status()) {
            case 200 -> Optional.of(answer.body());
            case 404 -> Optional.empty();
            default -> throw refusal("GetObject", answer);
        };
    }

    /// All keys that start with the prefix, in S3's order.
    public List<String> keys(String bucket, String prefix) {
        List<String> keys = new ArrayList<>();
        String page = "/" + bucket + "?list-type=2&prefix=" + encoded(prefix);
        String next = page;
        while (next != null) {
            LoopbackHttp.Answer answer = send("GET", next, null);
            if (answer.status() != 200) {
                throw refusal("ListObjectsV2", answer);
            }
            Element list = xml(answer.body()).getDocumentElement();
            NodeList found = list.getElementsByTagName("Key");
            for (int i = 0; i < found.getLength(); i++) {
                keys.add(found.item(i).getTextContent());
            }
            String token = firstText(list, "NextContinuationToken");
            next = token == null ? null : page + "&continuation-token=" + encoded(token);
        }
        return List.copyOf(keys);
    }

    private LoopbackHttp.Answer send(String method, String pathAndQuery, byte @Nullable [] body) {
        byte[] sent = body == null && method.equals("PUT") ? new byte[0] : body;
        return LoopbackHttp.send(
                method,
                endpoint.resolve(pathAndQuery),
                Map.of("Content-Type", "application/octet-stream"),
                sent);
    }

    private static String path(String bucket, String key) {
        return "/" + bucket + "/" + encoded(key).replace("%2F", "/");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static AwsErrorException refusal(String action, LoopbackHttp.Answer answer) {
        if (answer.body().length > 0) {
            Element error = xml(answer.body()).getDocumentElement();
            return new AwsErrorException(
                    "s3",
                    action,
                    answer.status(),
                    orUnknown(firstText(error, "Code")),
                    orUnknown(firstText(error, "Message")));
        }
        return new AwsErrorException("s3", action, answer.status(), "UnknownError", "no content");
    }

    private static String orUnknown(@Nullable String text) {
        return text == null ? "UnknownError" : text;
    }

    private static @Nullable String firstText(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? null : found.item(0).getTextContent();
    }

    private static Document xml(byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException("S3's answer is no XML", e);
        }
    }
}

package dev.bellwether.local.endpoint.athena;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where results go.
///
/// @param prefix of keys; ends in a slash unless it is empty
record ResultPlace(String bucket, String prefix) {
    private static final Pattern URI = Pattern.compile("s3://([^/]+)/?(.*)");

    static ResultPlace of(String uri) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw new RefusedRequestException(
                    "outputLocation is not a valid S3 path: %s".formatted(uri));
        }
        String prefix = parts.group(2);
        return new ResultPlace(
                parts.group(1), prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/");
    }

    String key(String id, StatementForm form) {
        return prefix + id + form.suffix();
    }

    String uri(String id, StatementForm form) {
        return "s3://%s/%s".formatted(bucket, key(id, form));
    }
}

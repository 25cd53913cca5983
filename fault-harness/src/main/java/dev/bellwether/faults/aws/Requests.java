package dev.bellwether.faults.aws;

import dev.bellwether.faults.expression.InvalidRequestException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/// What requests may say here. A field that is not acted out must not pass in silence.
final class Requests {
    private Requests() {}

    /// @throws UnsupportedOperationException if another field of the request is set
    static void requireOnly(
            SdkPojo request, Set<String> fields, SimulatedTable table, String tableName) {
        requireOnly(request, fields);
        requireNoEmptyMap(request);
        if (!table.name().equals(tableName)) {
            throw new InvalidRequestException("There is no table " + tableName);
        }
    }

    /// DynamoDB refuses a map of placeholders without one.
    static void requireNoEmptyMap(SdkPojo request) {
        for (SdkField<?> field : request.sdkFields()) {
            if (field.memberName().startsWith("ExpressionAttribute")
                    && field.getValueOrDefault(request) instanceof Map<?, ?> map
                    && map.isEmpty()
                    && !(map instanceof SdkAutoConstructMap)) {
                throw new InvalidRequestException(field.memberName() + " must not be empty");
            }
        }
    }

    /// @throws UnsupportedOperationException if another field of the request is set
    static void requireOnly(SdkPojo request, Set<String> fields) {
        for (SdkField<?> field : request.sdkFields()) {
            Object value = field.getValueOrDefault(request);
            boolean isSet =
                    value != null
                            && !(value instanceof Collection<?> list && list.isEmpty())
                            && !(value instanceof Map<?, ?> map && map.isEmpty());
            if (isSet && !fields.contains(field.memberName())) {
                throw new UnsupportedOperationException(
                        "%s of %s is not simulated"
                                .formatted(field.memberName(), request.getClass().getSimpleName()));
            }
        }
    }

    static void requireConsistent(@Nullable Boolean consistentRead) {
        if (!Boolean.TRUE.equals(consistentRead)) {
            throw new UnsupportedOperationException(
                    "A read that is not consistent is not simulated");
        }
    }
}

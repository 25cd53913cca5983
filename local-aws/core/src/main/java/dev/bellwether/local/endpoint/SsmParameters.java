package dev.bellwether.local.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.template.Arn;
import dev.bellwether.local.template.Parameter;
import dev.bellwether.local.wire.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// SSM's GetParameter: the template's parameters, and secrets that live in memory alone.
///
/// See <https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html>.
public final class SsmParameters implements ThinService {
    private record Held(String type, String value) {
        @Override
        public String toString() {
            return type; // never the value
        }
    }

    private final Map<String, Held> parameters = new HashMap<>();

    /// @param secrets values of SecureString parameters by name; never written anywhere
    public SsmParameters(List<Parameter> declared, Map<String, String> secrets) {
        declared.forEach(parameter ->
                parameters.put(parameter.name(), new Held(parameter.type(), parameter.value())));
        secrets.forEach((name, value) -> parameters.put(name, new Held("SecureString", value)));
    }

    @Override
    public String signingName() {
        return "ssm";
    }

    @Override
    public Set<String> actions() {
        return Set.of("GetParameter");
    }

    @Override
    public Answer answer(Call call) {
        JsonNode request = Json.parse(call.body());
        String name = request.path("Name").asText();
        Held held = parameters.get(name);
        if (held == null) {
            return Answer.jsonError(400, "ParameterNotFound", "Parameter " + name + " not found.");
        }
        boolean readable =
                !held.type().equals("SecureString") || request.path("WithDecryption").asBoolean();
        return Answer.json(
                Json.object()
                        .set(
                                "Parameter",
                                Json.object()
                                        .put("Name", name)
                                        .put("Type", held.type())
                                        .put(
                                                "Value",
                                                readable
                                                        ? held.value()
                                                        : "ciphertext: ask WithDecryption")
                                        .put("Version", 1)
                                        .put("DataType", "text")
                                        .put("ARN", arn(name))));
    }

    private static String arn(String name) {
        return Arn.local("ssm", "parameter" + (name.startsWith("/") ? name : "/" + name))
                .toString();
    }
}

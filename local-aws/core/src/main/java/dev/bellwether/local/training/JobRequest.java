package dev.bellwether.local.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What SageMaker checks before it takes a job.
///
/// See <https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html>.
final class JobRequest {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");
    private static final int MOST_NAME_CHARACTERS = 63;
    private static final int MOST_HYPER_PARAMETERS = 100;
    private static final List<String> REQUIRED =
            List.of(
                    "/AlgorithmSpecification/TrainingInputMode",
                    "/RoleArn",
                    "/OutputDataConfig/S3OutputPath",
                    "/ResourceConfig",
                    "/StoppingCondition");

    private JobRequest() {}

    static Optional<String> fault(JsonNode request) {
        String name = request.path("TrainingJobName").asText();
        if (name.length() > MOST_NAME_CHARACTERS || !NAME.matcher(name).matches()) {
            return Optional.of(
                    "1 validation error detected: Value '%s' at 'trainingJobName' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
                            .formatted(name, NAME));
        }
        for (String pointer : REQUIRED) {
            if (request.at(pointer).isMissingNode()) {
                return Optional.of(
                        "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
                                .formatted(pointer.substring(1)));
            }
        }
        return hyperParameterFault(request.path("HyperParameters"));
    }

    private static Optional<String> hyperParameterFault(JsonNode hyperParameters) {
        if (hyperParameters.size() > MOST_HYPER_PARAMETERS) {
            return Optional.of("More than 100 hyperparameters");
        }
        for (Map.Entry<String, JsonNode> each : hyperParameters.properties()) {
            if (each.getKey().length() > 256 || each.getValue().asText().length() > 2500) {
                return Optional.of("Hyperparameter %s is too long".formatted(each.getKey()));
            }
        }
        return Optional.empty();
    }
}

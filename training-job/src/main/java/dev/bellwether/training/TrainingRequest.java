package dev.bellwether.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What of SageMaker's CreateTrainingJob a function heeds that trains in its stead. The rest, such
/// as the image and the machine, is fixed there.
///
/// @param channels each input channel's prefix
/// @param output below which the model is put
record TrainingRequest(
        String jobName,
        Map<String, S3Location> channels,
        S3Location output,
        JsonNode hyperparameters) {
    // Both become names of folders and keys.
    private static final Pattern JOB_NAME = Pattern.compile("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");
    private static final Pattern CHANNEL_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /// Reads a CreateTrainingJob request; throws [TrainingFailure] that names what is wrong.
    static TrainingRequest read(InputStream event) throws IOException {
        JsonNode json = new ObjectMapper().readTree(event);
        Map<String, S3Location> channels = new TreeMap<>();
        for (JsonNode channel : json.path("InputDataConfig")) {
            channels.put(
                    matching(channel.path("ChannelName"), "ChannelName", CHANNEL_NAME),
                    S3Location.parse(
                            channel.path("DataSource")
                                    .path("S3DataSource")
                                    .path("S3Uri")
                                    .asText()));
        }
        return new TrainingRequest(
                matching(json.path("TrainingJobName"), "TrainingJobName", JOB_NAME),
                channels,
                S3Location.parse(json.path("OutputDataConfig").path("S3OutputPath").asText()),
                json.path("HyperParameters"));
    }

    /// The status object, by which the job's starter learns how it ended.
    S3Location status() {
        return new S3Location(output.bucket(), "training/jobs/%s.json".formatted(jobName));
    }

    /// Where SageMaker puts a job's model.
    S3Location model() {
        return output.resolve(jobName + "/output/model.tar.gz");
    }

    private static String matching(JsonNode value, String name, Pattern pattern) {
        if (!value.isTextual() || !pattern.matcher(value.asText()).matches()) {
            throw new TrainingFailure("%s is %s: it must match %s".formatted(name, value, pattern));
        }
        return value.asText();
    }
}

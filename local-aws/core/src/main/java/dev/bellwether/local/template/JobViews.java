package dev.bellwether.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Jobs that run to their end.
final class JobViews {
    private static final String EXTRA_JARS = "--extra-jars";

    private final List<Declared> declared;

    JobViews(List<Declared> declared) {
        this.declared = declared;
    }

    List<GlueJob> glueJobs() {
        return declared.stream()
                .filter(resource -> resource.type().equals("AWS::Glue::Job"))
                .map(JobViews::glueJob)
                .toList();
    }

    private static GlueJob glueJob(Declared resource) {
        Map<String, String> arguments = new LinkedHashMap<>();
        resource.property("DefaultArguments")
                .properties()
                .forEach(
                        argument -> arguments.put(argument.getKey(), argument.getValue().asText()));
        List<Path> jars = new ArrayList<>();
        String extraJars = arguments.getOrDefault(EXTRA_JARS, "");
        if (!extraJars.isEmpty()) {
            for (String jar : extraJars.split(",", -1)) {
                jars.add(asset(resource, "DefaultArguments." + EXTRA_JARS, jar));
            }
        }
        // Defaults: docs.aws.amazon.com/glue/latest/webapi/API_CreateJob.html
        return new GlueJob(
                resource.stack(),
                resource.logicalId(),
                resource.name(),
                resource.arn(),
                asset(resource, "Command.ScriptLocation", resource.text("Command.ScriptLocation")),
                jars,
                arguments,
                resource.integer("MaxRetries", 0),
                Duration.ofMinutes(resource.integer("Timeout", 480)));
    }

    /// @param address `s3://<bucket of assets>/<key>`
    private static Path asset(Declared resource, String property, String address) {
        String key = address.substring(address.lastIndexOf('/') + 1);
        Path asset = resource.place().stack().assets().get(key);
        if (asset == null) {
            throw resource.place()
                    .at(property)
                    .error("names %s, which is no file asset of the stack", address);
        }
        return asset;
    }
}

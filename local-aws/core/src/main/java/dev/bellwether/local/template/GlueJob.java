package dev.bellwether.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A declared Spark job of AWS Glue.
///
/// @param script file that `cdk deploy` would upload
/// @param jars that the job's `--extra-jars` name, as files
/// @param defaultArguments what a run gets unless its start says otherwise, `--key` to value
/// @param maxRetries further tries of a run that failed
/// @param timeout a run that takes longer is stopped
public record GlueJob(
        String stack,
        String logicalId,
        String name,
        String arn,
        Path script,
        List<Path> jars,
        Map<String, String> defaultArguments,
        int maxRetries,
        Duration timeout) {
    public GlueJob {
        jars = List.copyOf(jars);
        defaultArguments = Map.copyOf(defaultArguments);
    }
}

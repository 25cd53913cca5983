package dev.bellwether.local.function;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The variables that Lambda sets itself and a template cannot.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
final class ReservedVariables {
    private ReservedVariables() {}

    static Map<String, String> addedTo(FunctionSpec function, String runtimeApi, Path taskRoot) {
        Map<String, String> all = new HashMap<>(function.environment());
        all.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        all.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        all.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMegabytes()));
        all.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        all.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
        all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        all.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
        all.put("LAMBDA_TASK_ROOT", taskRoot.toString());
        all.put("LAMBDA_RUNTIME_DIR", taskRoot.toString());
        all.put("_HANDLER", function.handler());
        all.put("TZ", ":UTC");
        all.put("LANG", "en_US.UTF-8");
        return Map.copyOf(all);
    }
}

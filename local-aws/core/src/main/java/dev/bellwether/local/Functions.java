package dev.bellwether.local;

import dev.bellwether.local.endpoint.ChildEnvironment;
import dev.bellwether.local.function.FunctionHost;
import dev.bellwether.local.function.FunctionInvoker;
import dev.bellwether.local.function.FunctionRuntime;
import dev.bellwether.local.function.FunctionSpec;
import dev.bellwether.local.mapping.FunctionTarget;
import dev.bellwether.local.template.AsyncInvocation;
import dev.bellwether.local.template.LambdaFunction;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.template.TemplateException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The template's functions, each a process that starts with its first event.
final class Functions implements AutoCloseable {
    private final Map<String, FunctionRuntime> runtimes = new LinkedHashMap<>();
    private final Map<String, FunctionTarget> targets = new LinkedHashMap<>();

    Functions(Template template, FunctionHost host, ChildEnvironment environment) {
        for (LambdaFunction function : template.functions()) {
            asyncInvocation(function); // refused now rather than at its first event
            FunctionRuntime runtime = new FunctionRuntime(spec(function, environment), host);
            runtimes.put(function.name(), runtime);
            targets.put(
                    function.name(),
                    new FunctionTarget(runtime, function.arn(), function.roleArn()));
        }
    }

    private static FunctionSpec spec(LambdaFunction function, ChildEnvironment environment) {
        return new FunctionSpec(
                function.name(),
                function.arn(),
                function.handler(),
                function.code(),
                function.memoryMegabytes(),
                function.timeout(),
                environment.with(function.environment()));
    }

    static AsyncInvocation asyncInvocation(LambdaFunction function) {
        AsyncInvocation declared = function.asyncInvocation();
        if (declared.onFailureArn().isPresent()) {
            throw new TemplateException(
                    "Function %s has an on-failure destination for asynchronous events, which is not acted out here"
                            .formatted(function.logicalId()));
        }
        return declared;
    }

    FunctionInvoker invoker(String name) {
        return Objects.requireNonNull(runtimes.get(name), () -> "No function is named " + name);
    }

    /// By name, for event source mappings.
    Map<String, FunctionTarget> targets() {
        return Map.copyOf(targets);
    }

    /// By name, for whoever calls a function himself.
    Map<String, FunctionInvoker> invokers() {
        return Map.copyOf(runtimes);
    }

    void stopAllBut(Set<String> arns) {
        Set<String> kept =
                arns.stream()
                        .filter(arn -> arn.startsWith("arn:aws:lambda:"))
                        .map(LambdaFunction::nameOf)
                        .collect(Collectors.toSet());
        runtimes.forEach((name, runtime) -> {
            if (!kept.contains(name)) {
                runtime.stop();
            }
        });
    }

    @Override
    public void close() {
        stopAllBut(Set.of());
    }
}

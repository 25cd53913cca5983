package dev.bellwether.infra.pipeline;

import dev.bellwether.infra.settings.Home;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;

/// A function of the pipeline: its jar, its log group, and a role of its own that may do what is
/// said here and write its own log.
public final class PipelineFunction {
    private final String id;
    private final String module;
    private final FunctionProps.Builder props;
    private Architecture architecture = Architecture.ARM_64;
    private final Map<String, String> environment = new TreeMap<>();
    private final List<PolicyStatement> rights = new ArrayList<>();

    /// @param id logical id, see docs/reference/data-contract.md
    /// @param module whose jar it is
    /// @param handler class that Lambda calls
    public PipelineFunction(String id, String module, String handler, String description) {
        this.id = id;
        this.module = module;
        this.props = FunctionProps.builder().handler(handler).description(description);
    }

    /// How much memory it has, and by that how much of a CPU (1769 MB are one).
    public PipelineFunction memory(int megabytes) {
        props.memorySize(megabytes);
        return this;
    }

    /// When it is stopped.
    public PipelineFunction timeout(Duration timeout) {
        props.timeout(timeout);
        return this;
    }

    /// How much it may put into `/tmp`, beyond the half gigabyte that costs nothing.
    public PipelineFunction scratch(Size size) {
        props.ephemeralStorageSize(size);
        return this;
    }

    /// Runs on x86_64, which costs a quarter more than Graviton.
    public PipelineFunction onIntel() {
        architecture = Architecture.X86_64;
        return this;
    }

    /// Never runs twice at a time: it is the only writer of what it writes.
    public PipelineFunction oneAtATime() {
        props.reservedConcurrentExecutions(1);
        return this;
    }

    /// An async start is given up when it failed once, or could not begin within a minute.
    public PipelineFunction neverLate() {
        props.retryAttempts(0).maxEventAge(Duration.seconds(60));
        return this;
    }

    /// An async start that failed is tried again for a while.
    public PipelineFunction retried(int times, Duration within) {
        props.retryAttempts(times).maxEventAge(within);
        return this;
    }

    /// A variable that the function's settings read.
    public PipelineFunction with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// A variable that is set only when there is a value.
    public PipelineFunction with(String variable, Optional<String> value) {
        value.ifPresent(given -> environment.put(variable, given));
        return this;
    }

    /// Something the function may do.
    public PipelineFunction may(PolicyStatement statement) {
        rights.add(statement);
        return this;
    }

    /// Things the function may do.
    public PipelineFunction may(Collection<PolicyStatement> statements) {
        rights.addAll(statements);
        return this;
    }

    /// Adds it to the stack.
    public Function create(Stack stack, Home home) {
        LogGroup logs =
                LogGroup.Builder.create(stack, id + "Logs")
                        .retention(RetentionDays.TWO_WEEKS)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        // Written out instead of AWS's managed policy, which allows every log group.
        rights.add(
                Rights.allow(
                        List.of("logs:CreateLogStream", "logs:PutLogEvents"),
                        logs.getLogGroupArn()));
        Role role =
                Role.Builder.create(stack, id + "Role")
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                        .description("Function " + id)
                        // Inline, so that it is complete before a trigger asks for it.
                        .inlinePolicies(
                                Map.of(
                                        "rights",
                                        PolicyDocument.Builder.create().statements(rights).build()))
                        .build();
        return new Function(
                stack,
                id,
                props.code(Code.fromAsset(home.functionJar(module).toString()))
                        .runtime(Runtime.JAVA_25)
                        .architecture(architecture)
                        .loggingFormat(LoggingFormat.JSON)
                        .logGroup(logs)
                        .role(role)
                        .environment(environment)
                        .build());
    }
}

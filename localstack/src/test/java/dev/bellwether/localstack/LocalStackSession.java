package dev.bellwether.localstack;

import dev.bellwether.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One LocalStack for all test classes of a run, opened by the first that asks and closed after the
/// last; one deployment of our stacks in it.
final class LocalStackSession implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(LocalStackSession.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalStack.class
                || type == Deployment.class
                || type == CdkCommand.class
                || type == Surroundings.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == LocalStack.class) {
            return localStack(context);
        }
        if (type == Surroundings.class) {
            return surroundings(context);
        }
        return type == CdkCommand.class ? cdk(context) : deployment(context);
    }

    static LocalStack localStack(ExtensionContext context) {
        LocalStack localStack =
                once(
                        context,
                        LocalStack.class,
                        () ->
                                Timings.measured(
                                        "LocalStack started",
                                        () ->
                                                LocalStack.open(
                                                        LocalStackSettings.from(System.getenv()))));
        once(context, KeptLog.class, () -> new KeptLog(localStack));
        once(context, MemoryWatch.class, () -> new MemoryWatch(localStack));
        return localStack;
    }

    /// Keeps LocalStack's log when everything is over, for whoever asks why a test failed.
    private record KeptLog(LocalStack localStack) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.writeString(Suite.target().resolve("localstack.log"), localStack.log());
        }
    }

    private static Surroundings surroundings(ExtensionContext context) {
        LocalStack localStack = localStack(context); // opened first, so that it is closed last
        return once(context, Surroundings.class, () -> Surroundings.start(localStack));
    }

    private static CdkCommand cdk(ExtensionContext context) {
        return new CdkCommand(
                Suite.home(),
                Suite.java(),
                localStack(context).endpoint(),
                Suite.target().resolve("cdk.log"));
    }

    private static Deployment deployment(ExtensionContext context) {
        LocalStack localStack = localStack(context);
        return once(
                context,
                Deployment.class,
                () -> {
                    CdkCommand cdk = cdk(context);
                    Path assembly = Suite.target().resolve("cdk.out");
                    Surroundings surroundings = surroundings(context);
                    TreeMap<String, String> keys =
                            Suite.context(
                                    surroundings.providers().toString(),
                                    surroundings.training().address().toString());
                    Timings.measured("synthesized", () -> cdk.synthesize(keys, assembly));
                    Template.read(assembly); // a template that local-aws refuses is no use here
                    Timings.measured("bootstrapped", cdk::bootstrap);
                    return Timings.measured(
                            "deployed", () -> Deployment.deploy(localStack, cdk, assembly));
                });
    }

    private static <T> T once(ExtensionContext context, Class<T> type, Supplier<T> make) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(type, _ -> make.get(), type);
    }
}

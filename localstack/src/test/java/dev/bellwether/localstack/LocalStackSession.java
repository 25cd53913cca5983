package dev.bellwether.localstack;

import dev.bellwether.local.template.Template;
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
        return type == LocalStack.class || type == Deployment.class || type == CdkCommand.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == LocalStack.class) {
            return localStack(context);
        }
        return type == CdkCommand.class ? cdk(context) : deployment(context);
    }

    static LocalStack localStack(ExtensionContext context) {
        return once(
                context,
                LocalStack.class,
                () ->
                        Timings.measured(
                                "LocalStack started",
                                () -> LocalStack.open(LocalStackSettings.from(System.getenv()))));
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
                    TreeMap<String, String> keys = Suite.context(localStack);
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

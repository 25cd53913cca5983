package dev.bellwether.aws;

import java.lang.reflect.Method;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import software.amazon.awssdk.core.exception.SdkException;

/// One [AwsUnderTest] for all contracts of a run, of the binding that the system property
/// `aws.under.test` names; turns the outcome of a [DiffersOn] round.
final class ContractSession implements ParameterResolver, InvocationInterceptor {
    private static final String PROPERTY = "aws.under.test";
    private static final Namespace NAMESPACE = Namespace.create(ContractSession.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == AwsUnderTest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        AwsUnderTest.class, _ -> binding().open(context), AwsUnderTest.class);
    }

    private static AwsBinding binding() {
        return ServiceLoader.load(AwsBinding.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(binding -> binding.name().equals(bindingName()))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "No binding is named %s. Contracts run in module localstack, which has them"
                                        .formatted(bindingName())));
    }

    private static String bindingName() {
        return System.getProperty(PROPERTY, "none");
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        DiffersOn known = method.getExecutable().getAnnotation(DiffersOn.class);
        if (known == null || !List.of(known.value()).contains(bindingName())) {
            invocation.proceed();
            return;
        }
        try {
            invocation.proceed();
        } catch (AssertionError | SdkException _) {
            System.out.printf(
                    "contracts: %s differs from AWS in %s.%s: %s (%s)%n",
                    bindingName(),
                    context.getRequiredTestClass().getSimpleName(),
                    method.getExecutable().getName(),
                    known.how(),
                    known.source());
            return;
        }
        throw new AssertionError(
                "%s is as AWS by now: take away @DiffersOn, and its row in the documentation"
                        .formatted(bindingName()));
    }
}

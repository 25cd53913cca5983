package dev.bellwether.aws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A known difference: on these bindings the annotated test must fail. Once it passes there, the
/// annotation has to go.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DiffersOn {
    /// Names of the bindings that are not as AWS is.
    String[] value();

    /// What they do instead, and why that stays.
    String how();

    /// The page of AWS's documentation that decides.
    String source();
}

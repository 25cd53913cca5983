package dev.bellwether.localstack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test class of the LocalStack suite: run by `-Plocalstack` alone. Its methods may ask for the
/// [LocalStack] of the run and for the [Deployment] of our stacks in it.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("localstack")
@ExtendWith(LocalStackSession.class)
public @interface OnLocalStack {}

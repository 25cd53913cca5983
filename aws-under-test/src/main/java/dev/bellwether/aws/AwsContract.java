package dev.bellwether.aws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test class of what AWS is relied on for. Its constructor may ask for the [AwsUnderTest].
///
/// It lies beside the class whose calls it holds and is named `...Contract`, so that only module
/// `localstack` runs it, once against each binding.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("contract")
@ExtendWith(ContractSession.class)
public @interface AwsContract {}

/// Event source mappings of `local-aws` and of LocalStack, held against each other by one table of
/// cases whose expectations are those of AWS's documentation.
@NullMarked
package dev.bellwether.localstack.mapping;

import org.jspecify.annotations.NullMarked;

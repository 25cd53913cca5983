/// The expressions of DynamoDB that our adapters use.
@NullMarked
package dev.bellwether.faults.expression;

import org.jspecify.annotations.NullMarked;

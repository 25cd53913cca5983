/// The CDK app: the only description of the system.
@NullMarked
package dev.bellwether.infra;

import org.jspecify.annotations.NullMarked;

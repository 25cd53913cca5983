/// The deployed resources, read through the SDK and held against the template.
@NullMarked
package dev.bellwether.localstack.readback;

import org.jspecify.annotations.NullMarked;

/// What may be chosen at synthesis, read from the CDK's context and nowhere else.
@NullMarked
package dev.bellwether.infra.settings;

import org.jspecify.annotations.NullMarked;

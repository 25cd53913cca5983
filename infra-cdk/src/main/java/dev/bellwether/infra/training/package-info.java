/// The training job: what it may do, and where its image lies.
@NullMarked
package dev.bellwether.infra.training;

import org.jspecify.annotations.NullMarked;

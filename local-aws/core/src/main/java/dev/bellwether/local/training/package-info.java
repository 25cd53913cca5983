/// SageMaker's training jobs, acted out by the training container's entry point as a child process.
@NullMarked
package dev.bellwether.local.training;

import org.jspecify.annotations.NullMarked;

/// The Lasso: a path solver of our own that chooses the penalty, and Smile's fit, which is
/// published.
@NullMarked
package dev.bellwether.training.lasso;

import org.jspecify.annotations.NullMarked;

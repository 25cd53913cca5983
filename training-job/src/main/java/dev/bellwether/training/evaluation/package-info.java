/// How good forecasts were on what they had not seen, and whether that is skill.
@NullMarked
package dev.bellwether.training.evaluation;

import org.jspecify.annotations.NullMarked;

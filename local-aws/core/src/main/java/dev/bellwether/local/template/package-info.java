/// A synthesized CDK cloud assembly, read as what it declares: functions, what starts them, and
/// what they touch.
@NullMarked
package dev.bellwether.local.template;

import org.jspecify.annotations.NullMarked;

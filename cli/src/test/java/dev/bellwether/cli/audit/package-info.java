/// Tests of audits.
@NullMarked
package dev.bellwether.cli.audit;

import org.jspecify.annotations.NullMarked;

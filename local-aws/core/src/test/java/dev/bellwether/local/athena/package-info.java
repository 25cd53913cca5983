/// The form of the catalog and of the answers, and the real engine as a child process.
@NullMarked
package dev.bellwether.local.athena;

import org.jspecify.annotations.NullMarked;

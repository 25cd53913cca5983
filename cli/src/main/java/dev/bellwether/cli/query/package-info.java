/// SQL over the local lake.
@NullMarked
package dev.bellwether.cli.query;

import org.jspecify.annotations.NullMarked;

/// Takes files of providers into the lake.
@NullMarked
package dev.bellwether.cli.importing;

import org.jspecify.annotations.NullMarked;

/// Athena on this machine: the template's Glue tables over the local lake, asked in Athena's SQL.
@NullMarked
package dev.bellwether.local.athena;

import org.jspecify.annotations.NullMarked;

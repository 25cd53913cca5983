/// S3 and Athena of this machine, kept up for the user's own programs.
@NullMarked
package dev.bellwether.cli.endpoints;

import org.jspecify.annotations.NullMarked;

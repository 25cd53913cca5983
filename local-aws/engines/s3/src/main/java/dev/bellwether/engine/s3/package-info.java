/// S3Proxy over plain files, on loopback only.
@NullMarked
package dev.bellwether.engine.s3;

import org.jspecify.annotations.NullMarked;

/// DynamoDB Local, in a server of our own that listens on loopback only.
@NullMarked
package dev.bellwether.engine.dynamodb;

import org.jspecify.annotations.NullMarked;

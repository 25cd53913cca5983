@NullMarked
package dev.bellwether.cli.demo;

import org.jspecify.annotations.NullMarked;

/// Contracts with AWS: what the classes that call AWS rely on, written once, and held against every
/// stand-in for AWS that the project uses.
@NullMarked
package dev.bellwether.aws;

import org.jspecify.annotations.NullMarked;

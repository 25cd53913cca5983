/// Real LocalStack in a container, our stacks deployed into it by the CDK's own command line, and a
/// market day run there.
@NullMarked
package dev.bellwether.localstack;

import org.jspecify.annotations.NullMarked;

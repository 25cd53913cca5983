/// Athena's API over the engine of package `dev.bellwether.local.athena`: the calls that pyathena
/// and awswrangler make to ask a question and read its answer.
@NullMarked
package dev.bellwether.local.endpoint.athena;

import org.jspecify.annotations.NullMarked;

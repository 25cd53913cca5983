/// ElasticMQ on loopback, with a clock that can be set to market time.
@NullMarked
package dev.bellwether.engine.sqs;

import org.jspecify.annotations.NullMarked;

package dev.bellwether.local.resource;

import java.net.URI;

/// Where the engines listen.
public record ServiceEndpoints(URI dynamoDb, URI kinesis, URI s3, URI sqs) {}

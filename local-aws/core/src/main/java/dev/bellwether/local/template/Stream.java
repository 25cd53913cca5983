package dev.bellwether.local.template;

/// A declared Kinesis stream.
public record Stream(String stack, String logicalId, String name, String arn, int shardCount) {}

package dev.bellwether.local.template;

/// A declared S3 bucket.
public record Bucket(String stack, String logicalId, String name, String arn) {}

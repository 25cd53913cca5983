package dev.bellwether.local.template;

/// A declared SSM parameter with a value that is no secret.
public record Parameter(String stack, String logicalId, String name, String type, String value) {}

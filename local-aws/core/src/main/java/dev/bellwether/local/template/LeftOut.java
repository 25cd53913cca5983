package dev.bellwether.local.template;

/// A resource that is knowingly not run here, and why.
public record LeftOut(String stack, String logicalId, String type, String reason) {}

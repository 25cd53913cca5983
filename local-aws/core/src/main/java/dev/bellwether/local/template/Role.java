package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// A declared role with the statements of all policies that the template attaches to it.
///
/// @param trust its AssumeRolePolicyDocument
/// @param statements policy statements, ARNs being those of this machine
/// @param managedPolicyArns policies of AWS's own
public record Role(
        String stack,
        String logicalId,
        String name,
        String arn,
        JsonNode trust,
        List<JsonNode> statements,
        List<String> managedPolicyArns) {}

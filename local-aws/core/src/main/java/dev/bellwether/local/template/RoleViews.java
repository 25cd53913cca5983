package dev.bellwether.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Roles with all that their policies say.
final class RoleViews {
    private RoleViews() {}

    static List<Role> roles(List<Declared> declared) {
        return declared.stream()
                .filter(resource -> resource.type().equals("AWS::IAM::Role"))
                .map(role -> role(role, declared))
                .toList();
    }

    private static Role role(Declared role, List<Declared> declared) {
        List<JsonNode> statements = new ArrayList<>();
        for (JsonNode inline : role.property("Policies")) {
            inline.path("PolicyDocument").path("Statement").forEach(statements::add);
        }
        for (Declared policy : declared) {
            if (isAttached(policy, role.name())) {
                policy.property("PolicyDocument.Statement").forEach(statements::add);
            }
        }
        return new Role(
                role.stack(),
                role.logicalId(),
                role.name(),
                role.arn(),
                role.property("AssumeRolePolicyDocument"),
                List.copyOf(statements),
                role.property("ManagedPolicyArns").valueStream().map(JsonNode::asText).toList());
    }

    private static boolean isAttached(Declared policy, String roleName) {
        return (policy.type().equals("AWS::IAM::Policy")
                        || policy.type().equals("AWS::IAM::ManagedPolicy"))
                && policy.property("Roles")
                        .valueStream()
                        .anyMatch(name -> name.asText().equals(roleName));
    }
}

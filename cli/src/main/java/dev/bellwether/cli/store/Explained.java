package dev.bellwether.cli.store;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.store.StoreOption.Target;
import software.amazon.awssdk.core.exception.SdkException;

/// What the SDK's failures mean to the user, and what to do.
final class Explained {
    private Explained() {}

    static FailedException of(SdkException failure, Target target) {
        return new FailedException(
                switch (target) {
                    case Target.Local(var state) ->
                            "A store of the local run under %s did not do what it was asked: %s. If a run has just ended there, try again; its logs are under logs/."
                                    .formatted(state.path(), failure.getMessage());
                    case Target.Deployed(String prefix) ->
                            deployed(String.valueOf(failure.getMessage()), prefix);
                },
                failure);
    }

    private static String deployed(String message, String prefix) {
        if (message.contains("Unable to load credentials")) {
            return "No AWS credentials were found. Sign in as for AWS's own command line: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.";
        }
        if (message.contains("Unable to load region")) {
            return "No AWS region is set. Set AWS_REGION, or the region of your profile.";
        }
        if (message.contains("does not exist") && message.contains("Stack")) {
            return "AWS says: %s. The stacks %sData and %sPipeline are looked for; deploy them, or name their prefix with --stack-prefix and their region with AWS_REGION."
                    .formatted(message, prefix, prefix);
        }
        return "AWS did not do what it was asked: %s.".formatted(message);
    }
}

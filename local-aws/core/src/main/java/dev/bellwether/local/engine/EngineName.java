package dev.bellwether.local.engine;

import java.util.Locale;

/// One engine; the folder of its module, of its state and the name of its log.
public enum EngineName {
    DYNAMODB,
    S3,
    KINESIS,
    SQS;

    /// Lower case, as folders and logs are called.
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return folder();
    }
}

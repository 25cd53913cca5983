package dev.bellwether.aws;

/// The resources of the contracts' template by logical id, and what else is there before a contract
/// starts.
public final class Declared {
    /// A versioned bucket.
    public static final String BUCKET = "Lake";

    /// A table with partition key `symbol`, sort key `sk`, a stream of new and old images, and
    /// `expires_at` as its time to live.
    public static final String TABLE = "Market";

    /// A Kinesis stream of two shards.
    public static final String STREAM = "Quotes";

    /// A Kinesis stream of one shard, for records that others should not have to read past.
    public static final String BULK_STREAM = "Bulk";

    /// A queue whose messages go to [#DEAD_LETTERS] after they were received twice.
    public static final String QUEUE = "Work";

    /// The queue of what [#QUEUE] gave up.
    public static final String DEAD_LETTERS = "DeadLetters";

    /// A queue that delays each message by two seconds; no retries.
    public static final String DELAYED_QUEUE = "Delayed";

    /// A topic with the telephones below.
    public static final String TOPIC = "Alerts";

    /// Subscribed to `direction` being `up`.
    public static final String PHONE_OF_UP = "+12025550101";

    /// Subscribed to `symbol` being `MSFT` or beginning with `NV`, and `rule` being anything but
    /// `muted`.
    public static final String PHONE_OF_SYMBOLS = "+12025550102";

    /// Subscribed to everything.
    public static final String PHONE_OF_ALL = "+12025550103";

    /// A parameter of type String with the value `plain as declared`.
    public static final String PARAMETER = "Plain";

    /// Name of a parameter of type SecureString, which no template may declare.
    public static final String SECRET_NAME = "/contracts/secret";

    /// What [#SECRET_NAME] holds.
    public static final String SECRET_VALUE = "spoken-only-when-decrypted";

    /// A schedule that invokes a function, which answers with its event.
    public static final String FUNCTION_SCHEDULE = "ToFunction";

    /// A schedule that puts a message on [#DELAYED_QUEUE].
    public static final String QUEUE_SCHEDULE = "ToQueue";

    private Declared() {}
}

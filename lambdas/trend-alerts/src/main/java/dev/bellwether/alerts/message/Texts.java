package dev.bellwether.alerts.message;

/// What people read of one message, by the way it comes.
///
/// @param subject of the e-mail: ASCII, shorter than 100 characters
/// @param email plain text of several lines
/// @param sms at most 160 places of GSM 03.38
/// @param chat a few lines for a channel of a team
public record Texts(String subject, String email, String sms, String chat) {
    /// Which every text ends with.
    public static final String DISCLAIMER = "Not investment advice.";

    static final String SENDER = "Bellwether: ";

    /// The texts of a message.
    public static Texts of(Outgoing message) {
        return switch (message) {
            case AlertNotice notice -> AlertTexts.of(notice);
            case Digest digest -> DigestTexts.of(digest);
            case TestNotice test -> TestTexts.of(test);
        };
    }
}

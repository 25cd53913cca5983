package dev.bellwether.alerts.message;

/// The subject of an e-mail, as SNS takes it: ASCII of one line that begins with a letter, a number
/// or a punctuation mark, shorter than 100 characters.
///
/// <https://docs.aws.amazon.com/sns/latest/api/API_Publish.html>
final class Subject {
    private static final int MOST = 99;
    private static final String CUT = "...";

    private Subject() {}

    static String of(String text) {
        String ascii =
                Gsm0338.spell(text).replaceAll("\\s+", " ").replaceAll("[^ -~]", "?").strip();
        if (ascii.isEmpty()) {
            return "Bellwether";
        }
        return ascii.length() <= MOST ? ascii : ascii.substring(0, MOST - CUT.length()) + CUT;
    }
}

package dev.bellwether.alerts.message;

/// The texts of a test.
final class TestTexts {
    private TestTexts() {}

    static Texts of(TestNotice test) {
        String what =
                "TEST of %s: no rule has fired. Alerts will come this way."
                        .formatted(Figures.time(test.at()));
        return new Texts(
                Subject.of("TEST: alerts of Bellwether will come this way"),
                "%s\n\nTest %s\n\n%s%s\n"
                        .formatted(
                                what, test.id(), AlertTexts.howToStop("a rule"), Texts.DISCLAIMER),
                Gsm0338.fit(Texts.SENDER + what, " " + Texts.DISCLAIMER),
                what + " " + Texts.DISCLAIMER);
    }
}

package dev.bellwether.alerts.message;

import dev.bellwether.market.rule.Severity;

/// The texts of one alert.
final class AlertTexts {
    private static final int ID_DIGITS_OF_AN_SMS = 8;

    private AlertTexts() {}

    static Texts of(AlertNotice notice) {
        String what = prefix(notice) + happened(notice);
        return new Texts(
                Subject.of(prefix(notice) + headline(notice)),
                email(notice),
                Gsm0338.fit(
                        Texts.SENDER + what,
                        " %s #%s"
                                .formatted(
                                        Texts.DISCLAIMER,
                                        notice.alertId()
                                                .substring(
                                                        0,
                                                        Math.min(
                                                                ID_DIGITS_OF_AN_SMS,
                                                                notice.alertId().length())))),
                "%s\nRule %s, version %d (%s). Since %s. %s"
                        .formatted(
                                what,
                                notice.ruleId(),
                                notice.ruleVersion(),
                                notice.severity().id(),
                                Figures.time(notice.since()),
                                Texts.DISCLAIMER));
    }

    /// The alert's first sentence.
    static String headline(AlertNotice notice) {
        String happened = happened(notice);
        int end = happened.indexOf(". ");
        return end < 0 ? happened : happened.substring(0, end);
    }

    static String prefix(AlertNotice notice) {
        if (notice.kind() == NoticeKind.RETRACTED) {
            return "RETRACTED: ";
        }
        return notice.severity() == Severity.CRITICAL ? "CRITICAL: " : "";
    }

    /// The rows' sentences, without the words that each text ends with anyway.
    private static String happened(AlertNotice notice) {
        return notice.message().replace(Texts.DISCLAIMER, "").strip();
    }

    private static String email(AlertNotice notice) {
        String figures =
                """
                %s
                Rule:            %s, version %d: %s
                Severity:        %s
                Direction:       %s
                Bar:             %s of %s, feed %s
                Since:           %s
                Close:           %s
                Reading:         %s
                Held against:    %s
                Previous close:  %s
                Range that day:  %s to %s
                Age of the data: %s when the rule judged it
                Alert:           %s
                """
                        .formatted(
                                intro(notice),
                                notice.ruleId(),
                                notice.ruleVersion(),
                                notice.rule(),
                                notice.severity().id(),
                                notice.direction(),
                                notice.timeframe(),
                                notice.barDay(),
                                notice.feed(),
                                Figures.time(notice.since()),
                                Figures.money(notice.close()),
                                Figures.money(notice.reading()),
                                Figures.money(notice.reference()),
                                Figures.money(notice.previousClose()),
                                Figures.money(notice.dayLow()),
                                Figures.money(notice.dayHigh()),
                                Figures.age(notice.dataAge()),
                                notice.alertId());
        return figures + "\n" + howToStop("rule " + notice.ruleId()) + Texts.DISCLAIMER + "\n";
    }

    private static String intro(AlertNotice notice) {
        return notice.kind() == NoticeKind.RETRACTED
                ? """
                RETRACTED at %s: the bars were corrected, and on them the rule does not fire.
                What had been said, and what it was said of:

                %s
                """
                        .formatted(Figures.time(notice.at()), happened(notice))
                : happened(notice) + "\n";
    }

    /// How to change or stop what is sent.
    static String howToStop(String what) {
        return """
        To mute, change or disable %s: ./bellwether rules --help
        To get no more mail: the link below this text, or the context key 'email' at the next deployment.
        """
                .formatted(what);
    }
}

package dev.bellwether.alerts.message;

import java.util.stream.Collectors;

/// The texts of a digest.
final class DigestTexts {
    private static final int LINES_OF_A_CHAT = 20;

    private DigestTexts() {}

    static Texts of(Digest digest) {
        String title = title(digest);
        return new Texts(
                Subject.of("%s (%s)".formatted(title, symbols(digest))),
                "%s, held by quiet hours or by the day's budget:\n\n%s\n\nDigest %s\n\n%s%s\n"
                        .formatted(
                                title,
                                digest.notices().stream()
                                        .map(DigestTexts::paragraph)
                                        .collect(Collectors.joining("\n")),
                                digest.id(),
                                AlertTexts.howToStop("a rule"),
                                Texts.DISCLAIMER),
                Gsm0338.fit(
                        Texts.SENDER
                                + title
                                + ": "
                                + digest.notices().stream()
                                        .map(DigestTexts::word)
                                        .collect(Collectors.joining(", "))
                                + ".",
                        " " + Texts.DISCLAIMER),
                chat(digest, title));
    }

    private static String title(Digest digest) {
        int count = digest.notices().size();
        return count == 1 ? "1 held alert" : count + " held alerts";
    }

    private static String symbols(Digest digest) {
        return digest.notices().stream()
                .map(AlertNotice::symbol)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String paragraph(AlertNotice notice) {
        return "* %s\n  rule %s, version %d; %s; since %s; alert %s"
                .formatted(
                        line(notice),
                        notice.ruleId(),
                        notice.ruleVersion(),
                        notice.severity().id(),
                        Figures.time(notice.since()),
                        notice.alertId());
    }

    private static String line(AlertNotice notice) {
        return AlertTexts.prefix(notice) + AlertTexts.headline(notice);
    }

    private static String word(AlertNotice notice) {
        String word = notice.symbol() + " " + notice.direction();
        return notice.kind() == NoticeKind.RETRACTED ? word + " retracted" : word;
    }

    private static String chat(Digest digest, String title) {
        int left = digest.notices().size() - LINES_OF_A_CHAT;
        String lines =
                digest.notices().stream()
                        .limit(LINES_OF_A_CHAT)
                        .map(notice -> "- " + line(notice))
                        .collect(Collectors.joining("\n"));
        return "%s:\n%s%s\n%s"
                .formatted(
                        title, lines, left > 0 ? "\nand " + left + " more" : "", Texts.DISCLAIMER);
    }
}

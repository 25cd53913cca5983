package dev.bellwether.alerts.message;

import java.text.Normalizer;
import java.util.Map;

/// The alphabet of short messages: 160 of its characters are one SMS, and one character outside of
/// it would make that 70.
///
/// GSM 03.38 (3GPP TS 23.038, section 6.2.1), default alphabet and its extension table, whose
/// characters take two places.
public final class Gsm0338 {
    /// Places of one SMS.
    public static final int PLACES = 160;

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final Map<Character, String> ALIKE =
            Map.ofEntries(
                    Map.entry('\u2018', "'"),
                    Map.entry('\u2019', "'"),
                    Map.entry('\u201c', "\""),
                    Map.entry('\u201d', "\""),
                    Map.entry('\u2013', "-"),
                    Map.entry('\u2014', "-"),
                    Map.entry('\u2212', "-"),
                    Map.entry('\u2026', "..."),
                    Map.entry('\u00a0', " "),
                    Map.entry('\t', " "));
    private static final String CUT = "...";

    private Gsm0338() {}

    /// Whether all of it is in the alphabet.
    public static boolean isAlphabet(String text) {
        return text.chars().allMatch(character -> places((char) character) > 0);
    }

    /// How many places it takes. What is not in the alphabet counts as nothing.
    public static int places(String text) {
        return text.chars().map(character -> places((char) character)).sum();
    }

    private static int places(char character) {
        if (BASIC.indexOf(character) >= 0) {
            return 1;
        }
        return EXTENSION.indexOf(character) >= 0 ? 2 : 0;
    }

    /// The text in the alphabet: accents that it does not have are left out, other characters
    /// become a question mark.
    static String spell(String text) {
        StringBuilder spelt = new StringBuilder();
        text.codePoints().forEach(codePoint -> spelt.append(spell(codePoint)));
        return spelt.toString();
    }

    private static String spell(int codePoint) {
        String character = Character.toString(codePoint);
        if (isAlphabet(character)) {
            return character;
        }
        String alike = ALIKE.get((char) codePoint);
        if (alike != null && Character.isBmpCodePoint(codePoint)) {
            return alike;
        }
        String base =
                Normalizer.normalize(character, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return !base.isEmpty() && isAlphabet(base) ? base : "?";
    }

    /// As much of the text as has room before the ending, and the ending, which always has.
    static String fit(String text, String ending) {
        String spelt = spell(text);
        String end = spell(ending);
        int room = PLACES - places(end);
        if (places(spelt) <= room) {
            return spelt + end;
        }
        StringBuilder kept = new StringBuilder();
        int free = room - CUT.length();
        for (int i = 0; i < spelt.length() && places(spelt.charAt(i)) <= free; i++) {
            kept.append(spelt.charAt(i));
            free -= places(spelt.charAt(i));
        }
        return kept + CUT + end;
    }
}

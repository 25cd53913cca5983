package dev.bellwether.cli.alerts;

import java.math.BigDecimal;

/// What a text costs as an SMS.
///
/// A message of GSM characters has 160, or 153 in each of several parts; with any other character
/// 70, or 67. Source: AWS End User Messaging SMS User Guide, "SMS character limits".
record SmsText(String text) {
    /// USD that AWS asks for one part to a US number, rounded up; the carriers' fees come on top.
    /// Source: AWS End User Messaging pricing, United States, 2026; see docs/how-to/backtest.md.
    static final BigDecimal USD_A_PART = new BigDecimal("0.006");

    private static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_OF_TWO = "^{}\\[~]|€";
    private static final int GSM_WHOLE = 160;
    private static final int GSM_PART = 153;
    private static final int OTHER_WHOLE = 70;
    private static final int OTHER_PART = 67;

    /// How many parts it is sent and paid as.
    int parts() {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (GSM_OF_TWO.indexOf(character) >= 0) {
                length += 2;
            } else if (GSM.indexOf(character) >= 0) {
                length++;
            } else {
                return parts(text.length(), OTHER_WHOLE, OTHER_PART);
            }
        }
        return parts(length, GSM_WHOLE, GSM_PART);
    }

    private static int parts(int length, int whole, int part) {
        return length <= whole ? 1 : Math.ceilDiv(length, part);
    }

    /// What so many parts cost.
    static BigDecimal usd(int parts) {
        return USD_A_PART.multiply(BigDecimal.valueOf(parts));
    }
}

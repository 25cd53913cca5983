package dev.bellwether.stream;

import dev.bellwether.market.lake.LakeLayout;
import dev.bellwether.market.wire.QuoteJson;
import dev.bellwether.stream.CheckedRecord.Accepted;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Lands the quotes of a batch in the lake: an object for each New York hour in it, named after its
/// first record, holding exactly the quotes of the acknowledged prefix.
///
/// The stream comes back to the first record that was not acknowledged. Whatever an earlier try
/// landed from there on lies under names of records that the retry lands again, and each of them is
/// again the first of its hour in its batch, however the batch is cut: so it is overwritten with
/// what is acknowledged then, and no quote lies in two objects.
final class Landing {
    private final LakeObjects lake;

    Landing(LakeObjects lake) {
        this.lake = lake;
    }

    /// The part of the prefix whose quotes have landed.
    Prefix land(Prefix prefix) {
        Map<String, Integer> landedSizes = new HashMap<>();
        Prefix landing = prefix;
        while (true) {
            Prefix landed = tryToLand(landing, landedSizes);
            if (landed.records().size() == landing.records().size()) {
                return landed;
            }
            // Hours may alternate in the stream: an object that has landed may hold quotes beyond
            // the shorter prefix, and has to be landed again without them.
            landing = landed;
        }
    }

    private Prefix tryToLand(Prefix prefix, Map<String, Integer> landedSizes) {
        for (HourOfQuotes hour : hoursOf(prefix).values()) {
            Integer size = landedSizes.get(hour.key);
            if (size == null || size != hour.lines.size()) {
                try {
                    lake.put(hour.key, hour.lines.toByteArray());
                } catch (WriteFailedException e) {
                    return prefix.cutBefore(hour.firstIndex, String.valueOf(e.getMessage()));
                }
                landedSizes.put(hour.key, hour.lines.size());
            }
        }
        return prefix;
    }

    /// By folder, in the order of their first records.
    private static Map<String, HourOfQuotes> hoursOf(Prefix prefix) {
        Map<String, HourOfQuotes> hours = new LinkedHashMap<>();
        for (int i = 0; i < prefix.records().size(); i++) {
            if (prefix.records().get(i) instanceof Accepted(var record, var quote)) {
                int index = i;
                String key =
                        LakeLayout.quotesKey(
                                quote.timestamp(), record.shardId(), record.sequenceNumber());
                String folder = key.substring(0, key.lastIndexOf('/'));
                HourOfQuotes hour =
                        hours.computeIfAbsent(folder, _ -> new HourOfQuotes(key, index));
                hour.lines.writeBytes(QuoteJson.write(quote));
                hour.lines.write('\n');
            }
        }
        return hours;
    }

    private static final class HourOfQuotes {
        final String key;
        final int firstIndex;
        final ByteArrayOutputStream lines = new ByteArrayOutputStream();

        HourOfQuotes(String key, int firstIndex) {
            this.key = key;
            this.firstIndex = firstIndex;
        }
    }
}

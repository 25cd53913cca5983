package dev.bellwether.market.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TrainingSetHashTest {
    @Test
    void itIsTheHashOfWhatSha256sumPrintsOfTheFilesInOrder() {
        // sha256sum bars/AAPL.csv bars/MSFT.csv facts/conditions.csv facts/splits.csv | sha256sum
        assertThat(TrainingSetHash.of(files("bars/AAPL.csv", "bars/MSFT.csv")))
                .isEqualTo("5dcfda8895d3acc1036e70d7807a118a18a01ef49a6b9a6539498ed4c4b35728");
    }

    @Test
    void anotherOrderIsTheSameSetAndAnotherNameIsAnother() {
        Map<String, String> backwards = new LinkedHashMap<>();
        files("bars/AAPL.csv", "bars/MSFT.csv").entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                .forEach(file -> backwards.put(file.getKey(), file.getValue()));

        assertThat(TrainingSetHash.of(backwards))
                .isEqualTo(TrainingSetHash.of(files("bars/AAPL.csv", "bars/MSFT.csv")))
                .isNotEqualTo(TrainingSetHash.of(files("bars/MSFT.csv", "bars/AAPL.csv")));
    }

    /// @param first name of the file that holds `b`
    /// @param second name of the file that holds `a`
    private static Map<String, String> files(String first, String second) {
        return Map.of(
                first,
                hash("b\n"),
                second,
                hash("a\n"),
                "facts/splits.csv",
                hash("c\n"),
                "facts/conditions.csv",
                hash("d\n"));
    }

    private static String hash(String content) {
        return Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    }
}

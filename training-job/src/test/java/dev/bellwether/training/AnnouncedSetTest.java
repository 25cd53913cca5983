package dev.bellwether.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Sha256;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.lake.TrainingSetHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnouncedSetTest {
    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final String BARS = "bars/AAPL.csv";
    private static final String SPLITS = "facts/splits.csv";
    private static final String CONDITIONS = "facts/conditions.csv";

    @TempDir Path root;

    private TrainingFolder folder;

    @BeforeEach
    void fill() throws IOException {
        folder = new TrainingFolder(root);
        folder.bars(Walks.noise(AAPL, 1, 150));
        Files.createDirectories(root.resolve("input/data/facts"));
        Files.writeString(
                root.resolve("input/data").resolve(SPLITS),
                "symbol,effective_date,new_shares,old_shares\n");
        Files.writeString(
                root.resolve("input/data").resolve(CONDITIONS),
                "symbol,trading_day,condition\nAAPL,2025-08-01,degraded\n");
    }

    @Test
    void theAnnouncedSetIsTrainedOnAndItsKnowledgeTimeIsTheRunsTime() throws IOException {
        String sha256 = setHash();
        announce(sha256);

        assertThat(folder.train()).as(folder.log()).isZero();

        assertThat(folder.predictions().lines().skip(1))
                .singleElement()
                .asString()
                .endsWith(",2025-10-30T04:05:06Z");
        assertThat(folder.read("model/manifest.json"))
                .contains("\"data_sha256\" : \"" + sha256 + "\"")
                .contains("\"known_at\" : \"2025-10-30T04:05:06Z\"");
    }

    @Test
    void theTimeOfTheRunCanBeAnotherThanThatOfItsData() throws IOException {
        folder.config(
                "hyperparameters.json",
                "{\"run_day\":\"2025-10-29\",\"known_at\":\"2025-10-30T04:05:06Z\",\"created_at\":\"2025-11-01T00:00:00Z\","
                        + "\"lake_bucket\":\"lake\"}");

        assertThat(folder.train()).as(folder.log()).isZero();

        assertThat(folder.predictions().lines().skip(1))
                .singleElement()
                .asString()
                .endsWith(",2025-11-01T00:00:00Z");
    }

    @Test
    void aSetThatChangedSinceItWasAnnouncedFailsTheJob() throws IOException {
        String announced = setHash();
        announce(announced);
        for (String changed : new String[] {BARS, SPLITS, CONDITIONS}) {
            Path file = root.resolve("input/data").resolve(changed);
            String before = Files.readString(file);
            Files.writeString(file, before + row(changed));

            assertThat(folder.train()).isEqualTo(1);

            assertThat(folder.read("output/failure"))
                    .isEqualTo(
                            "The training set is not the one that was announced: its data_sha256 is %s, and hyperparameter data_sha256 is %s"
                                    .formatted(setHash(), announced));
            Files.writeString(file, before);
        }
        assertThat(folder.lake.contents).isEmpty();
        assertThat(folder.has("model/manifest.json")).isFalse();
    }

    private static String row(String file) {
        return switch (file) {
            case BARS -> "AAPL,2025-10-30,1,1,1,1,1,alphavantage,raw,\n";
            case SPLITS -> "AAPL,2025-08-04,4,1\n";
            default -> "AAPL,2025-08-04,degraded\n";
        };
    }

    private void announce(String sha256) throws IOException {
        folder.config(
                "hyperparameters.json",
                "{\"run_day\":\"2025-10-29\",\"known_at\":\"2025-10-30T04:05:06Z\",\"data_sha256\":\"%s\",\"lake_bucket\":\"lake\"}"
                        .formatted(sha256));
    }

    private String setHash() throws IOException {
        return TrainingSetHash.of(
                Map.of(
                        BARS, fileHash(BARS),
                        SPLITS, fileHash(SPLITS),
                        CONDITIONS, fileHash(CONDITIONS)));
    }

    private String fileHash(String name) throws IOException {
        return Sha256.hex(Files.readAllBytes(root.resolve("input/data").resolve(name)));
    }
}

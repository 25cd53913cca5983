package dev.bellwether.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerContractTest {
    private static final Symbol AAPL = Symbol.of("AAPL");

    @TempDir Path root;

    private TrainingFolder folder;

    @BeforeEach
    void fill() throws IOException {
        folder = new TrainingFolder(root);
        folder.bars(Walks.noise(AAPL, 1, 150));
    }

    @Test
    void theRootIsSageMakersUnlessTheEnvironmentNamesAnother() {
        assertThat(MlRoot.from(Map.of()).root()).isEqualTo(Path.of("/opt/ml"));
        assertThat(MlRoot.from(Map.of("BELLWETHER_ML_ROOT", "/scratch")).root())
                .isEqualTo(Path.of("/scratch"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'run_day':'today'}|Hyperparameter run_day is \"today\": it must be a day such as 2025-10-29, as text",
                "{'run_day':20251029}|Hyperparameter run_day is 20251029: it must be a day such as 2025-10-29, as text",
                "{}|Hyperparameter run_day is missing: it must be a day such as 2025-10-29",
                "{'run_day':'2025-10-29'}|Hyperparameter known_at is missing, and created_at too: one of them must be an instant such as"
                        + " 2025-10-30T04:10:00Z",
                "{'run_day':'2025-10-29','known_at':'2025-10-30T04:10:00Z','data_sha256':'0123'}|Hyperparameter data_sha256 is"
                        + " \"0123\": it must be 64 hex digits, as text",
                "{'run_day':'2025-10-29','created_at':'2025-10-30T04:10:00Z','lake_bucket':'UPPER'}|Hyperparameter lake_bucket is"
                        + " \"UPPER\": it must be a bucket's name, as text",
                "{'run_day':'2025-10-29','created_at':'2025-10-30T04:10:00Z','lake_bucket':'lake','min_rows':'10'}|Hyperparameter"
                        + " min_rows is \"10\": it must be a whole number from 60 to 1000000, as text",
                "{'run_day':'2025-10-29','created_at':'2025-10-30T04:10:00Z','lake_bucket':'lake','horizon_sessions':'one'}|"
                        + "Hyperparameter horizon_sessions is \"one\": it must be a whole number from 1 to 20, as text",
                "[]|The hyperparameters are no JSON object"
            },
            quoteCharacter = '`')
    void aBadHyperparameterFailsTheJobByName(String json, String reason) throws IOException {
        folder.config("hyperparameters.json", json.replace('\'', '"'));

        assertThat(folder.train()).isEqualTo(1);

        assertThat(folder.read("output/failure")).isEqualTo(reason);
        assertThat(folder.lake.contents).isEmpty();
    }

    @Test
    void unknownHyperparametersAreIgnored() throws IOException {
        folder.config(
                "hyperparameters.json",
                "{\"run_day\":\"2025-10-29\",\"created_at\":\"2025-10-30T04:10:00Z\",\"lake_bucket\":\"lake\",\"seed\":\"-3\","
                        + "\"sagemaker_program\":\"train.py\"}");

        assertThat(folder.train()).as(folder.log()).isZero();
        assertThat(folder.read("model/manifest.json")).contains("\"seed\" : -3");
    }

    @Test
    void aMissingChannelFailsTheJobByName() throws IOException {
        folder.config("inputdataconfig.json", "{\"prices\":{}}");

        assertThat(folder.train()).isEqualTo(1);
        assertThat(folder.read("output/failure"))
                .isEqualTo("Channel 'bars' is missing: the job's input channels are [prices]");
    }

    @Test
    void anEmptyChannelFailsTheJob() throws IOException {
        Files.delete(root.resolve("input/data/bars/AAPL.csv"));

        assertThat(folder.train()).isEqualTo(1);
        assertThat(folder.read("output/failure")).startsWith("There are no daily bars in ");
    }

    @Test
    void aFileThatIsNoDailyBarsFailsTheJobByLine() throws IOException {
        Path file = root.resolve("input/data/bars/AAPL.csv");
        Files.writeString(
                file, Files.readString(file) + "AAPL,yesterday,1,1,1,1,1,alphavantage,raw,\n");

        assertThat(folder.train()).isEqualTo(1);
        assertThat(folder.read("output/failure"))
                .startsWith("Reading AAPL.csv failed: Line 152 is no daily bar");
    }

    @Test
    void severalHostsFailTheJob() throws IOException {
        folder.config("resourceconfig.json", "{\"hosts\":[\"algo-1\",\"algo-2\"]}");

        assertThat(folder.train()).isEqualTo(1);
        assertThat(folder.read("output/failure")).contains("one instance");
    }

    @Test
    void missingAndBrokenConfigurationFailTheJob() throws IOException {
        folder.config("hyperparameters.json", "{");
        assertThat(folder.train()).isEqualTo(1);
        assertThat(folder.read("output/failure")).contains("hyperparameters.json is no JSON");

        Files.delete(root.resolve("input/config/hyperparameters.json"));
        assertThat(folder.train()).isEqualTo(1);
        assertThat(folder.read("output/failure")).contains("hyperparameters.json is missing");
    }

    @Test
    void aNumberThatIsNoneFailsTheJobByLine() throws IOException {
        Path file = root.resolve("input/data/bars/AAPL.csv");
        Files.writeString(
                file, Files.readString(file) + "AAPL,2025-10-30,NaN,1,1,1,1,alphavantage,raw,\n");

        assertThat(folder.train()).isEqualTo(1);
        assertThat(folder.read("output/failure"))
                .startsWith("Reading AAPL.csv failed: Line 152 is no daily bar");
    }

    @Test
    void withoutABucketTheForecastsAreInTheModelsFolder() throws IOException {
        folder.config(
                "hyperparameters.json",
                "{\"run_day\":\"2025-10-29\",\"created_at\":\"2025-10-30T04:10:00Z\"}");

        assertThat(folder.train()).as(folder.log()).isZero();

        assertThat(folder.lake.contents).isEmpty();
        assertThat(folder.read("model/predictions.csv").lines()).hasSize(2);
    }

    @Test
    void splitsAndConditionsComeByAChannelOfTheirOwn() throws IOException {
        Path facts = Files.createDirectories(root.resolve("input/data/facts"));
        Files.writeString(
                facts.resolve("conditions.csv"),
                "symbol,trading_day,condition\nAAPL,2025-08-01,degraded\n");

        assertThat(folder.train()).as(folder.log()).isZero();
        assertThat(folder.read("model/scores.csv")).contains(",35,none,");

        Files.writeString(
                facts.resolve("splits.csv"),
                "symbol,effective_date,new_shares,old_shares\nAAPL,2025-08-01,4\n");
        assertThat(folder.train()).isEqualTo(1);
        assertThat(folder.read("output/failure"))
                .isEqualTo("Reading splits.csv failed: line 2: it has 3 columns, not 4");
    }

    @Test
    @EnabledIf("devFullIsThere")
    void anOutputThatCannotBeWrittenFailsTheJob() throws IOException {
        Files.createDirectories(root.resolve("model"));
        Files.createSymbolicLink(root.resolve("model/manifest.json.tmp"), Path.of("/dev/full"));

        assertThat(folder.train()).isEqualTo(1);
        assertThat(folder.read("output/failure"))
                .isEqualTo(
                        "Writing %s failed: No space left on device"
                                .formatted(root.resolve("model/manifest.json")));
        assertThat(folder.has("model/manifest.json.tmp")).isFalse();
    }

    static boolean devFullIsThere() {
        return Files.exists(Path.of("/dev/full"));
    }

    @Test
    void aReasonIsCutToWhatSageMakerKeeps() throws IOException {
        folder.root().writeFailure("x".repeat(5_000));

        assertThat(folder.read("output/failure")).hasSize(1_024);
    }

    @Test
    void aJobWithoutMemoryStillSaysSo() throws IOException {
        folder.bars(Walks.autoregressive(AAPL, 1, 1_500, 0.3));
        TrainingEnd end =
                folder.job(
                                (x, y, penalty) -> {
                                    throw new OutOfMemoryError("planted");
                                },
                                Canaries::report)
                        .run();

        assertThat(TrainMain.exitCode(end)).isEqualTo(1);
        assertThat(folder.read("output/failure"))
                .startsWith("The job broke: java.lang.OutOfMemoryError: planted");
    }

    @Test
    void anInputThatCannotBeReadFailsTheJobByName() throws IOException {
        Path file = Files.createDirectories(root.resolve("input/data/bars/MSFT.csv"));

        assertThat(folder.train()).isEqualTo(1);
        assertThat(folder.read("output/failure")).startsWith("Reading " + file + " failed: ");
    }

    @Test
    void aBrokenJobSaysWhereItBroke() throws IOException {
        folder.bars(Walks.autoregressive(AAPL, 1, 1_500, 0.3));
        TrainingEnd end =
                folder.job(
                                (x, y, penalty) -> {
                                    throw new ArithmeticException("planted");
                                },
                                Canaries::report)
                        .run();

        assertThat(TrainMain.exitCode(end)).isEqualTo(1);
        assertThat(folder.read("output/failure"))
                .startsWith("The job broke: java.lang.ArithmeticException: planted");
        assertThat(folder.log())
                .contains("Failed: The job broke: java.lang.ArithmeticException: planted");
    }
}

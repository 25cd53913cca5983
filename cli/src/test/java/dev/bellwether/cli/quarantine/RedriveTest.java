package dev.bellwether.cli.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.quarantine.RedriveRow.Outcome;
import dev.bellwether.market.QuarantineRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedriveTest {
    private static final String GIVEN_UP =
            "aws/lambda/m/shardId-000000000000/2025/10/30/2025-10-30T01.00.00-11111111-1111-4111-8111-111111111111";
    private static final String GIVEN_UP_ID = "11111111-1111-4111-8111-111111111111";

    private final InMemoryObjects lake = new InMemoryObjects();
    private final InMemoryObjects failures = new InMemoryObjects();
    private final RecordingStream stream = new RecordingStream();
    private final List<String> invoked = new ArrayList<>();
    private Redrive.Functions functions =
            (name, event) -> {
                invoked.add(name + " " + event);
                return "{\"batchItemFailures\":[]}";
            };

    @Test
    void aRecordThatIsAQuoteNowGoesBackUnderItsSymbolAndIsMoved() {
        QuarantineRecord rejected = shelved(Kept.ofStream("", Kept.quote("AAPL", "2")));

        List<RedriveRow> rows = redrive();

        assertThat(rows)
                .extracting(RedriveRow::id, RedriveRow::outcome)
                .containsExactly(tuple(rejected.id(), Outcome.REDRIVEN));
        assertThat(stream.kept).hasSize(1);
        assertThat(stream.kept.getFirst().partitionKey()).isEqualTo("AAPL");
        assertThat(new String(stream.kept.getFirst().data(), UTF_8))
                .isEqualTo(Kept.quote("AAPL", "2"));
        assertThat(lake.keys(""))
                .containsExactly(
                        Kept.key(rejected).replaceFirst("^quarantine/", "quarantine-redriven/"));
    }

    @Test
    void whatWouldBeRejectedAgainStaysWithItsReason() {
        QuarantineRecord impossible = shelved(Kept.ofStream("AAPL", Kept.quote("AAPL", "9")));
        QuarantineRecord unstorable =
                shelved(Kept.ofStream("AAPL", Kept.quote("AAPL", "2").replace("2025-", "1925-")));
        QuarantineRecord cut =
                shelved(
                        Kept.ofStream(
                                "AAPL",
                                "{\"symbol\" ... (9000 bytes, sha256 %s)"
                                        .formatted("0a".repeat(32))));
        QuarantineRecord noUtf8 =
                shelved(
                        Kept.ofStream(
                                "AAPL", Kept.quote("AAPL", "2").replace("composite", "c\uFFFD")));
        QuarantineRecord ingest = shelved(Kept.ofIngest("AAPL"));

        assertThat(redrive())
                .extracting(RedriveRow::id, RedriveRow::outcome)
                .containsExactlyInAnyOrder(
                        tuple(impossible.id(), Outcome.STILL_INVALID),
                        tuple(unstorable.id(), Outcome.STILL_INVALID),
                        tuple(cut.id(), Outcome.NOT_WHOLE),
                        tuple(noUtf8.id(), Outcome.NOT_WHOLE),
                        tuple(ingest.id(), Outcome.OTHER_SOURCE));
        assertThat(stream.kept).isEmpty();
        assertThat(lake.keys("quarantine/")).hasSize(5);
    }

    @Test
    void anObjectWithARecordThatStaysIsNotMovedFromUnderIt() {
        QuarantineRecord good = Kept.ofStream("AAPL", Kept.quote("AAPL", "2"));
        QuarantineRecord bad = Kept.ofStream("AAPL", "{");
        lake.with(Kept.key(good), Kept.lines(good, bad));

        assertThat(redrive())
                .extracting(RedriveRow::outcome)
                .containsExactly(Outcome.NOT_WHOLE, Outcome.STILL_INVALID);
        assertThat(stream.kept).isEmpty();
    }

    @Test
    void whatTheStreamRefusesStays() {
        shelved(Kept.ofStream("AAPL", Kept.quote("AAPL", "2")));
        shelved(Kept.ofStream("MSFT", Kept.quote("MSFT", "2")));
        stream.refusing(i -> i == 1).refusingAlways(_ -> true);

        assertThat(redrive())
                .extracting(RedriveRow::outcome)
                .containsExactly(Outcome.REDRIVEN, Outcome.NOT_TAKEN);
        assertThat(lake.keys("quarantine/")).hasSize(1);
        assertThat(lake.keys("quarantine-redriven/")).hasSize(1);
    }

    @Test
    void aKillBetweenPutAndMoveOnlyRepeatsTheQuote() {
        shelved(Kept.ofStream("AAPL", Kept.quote("AAPL", "2")));
        lake.breakMoves();
        assertThatThrownBy(this::redrive).hasMessage("killed");
        lake.mendMoves();

        assertThat(redrive()).extracting(RedriveRow::outcome).containsExactly(Outcome.REDRIVEN);

        assertThat(stream.kept)
                .extracting(entry -> new String(entry.data(), UTF_8))
                .containsExactly(Kept.quote("AAPL", "2"), Kept.quote("AAPL", "2"));
        assertThat(redrive()).isEmpty();
    }

    @Test
    void aGivenUpBatchOfTheStreamGoesBackByteForByte() {
        byte[] poison = {(byte) 0xFF, 0, 13};
        StreamEntry good = new StreamEntry("AAPL", Kept.quote("AAPL", "2").getBytes(UTF_8));
        failures.with(
                GIVEN_UP, Kept.givenUpOfStream(List.of(good, new StreamEntry("odd key", poison))));

        assertThat(redrive())
                .extracting(RedriveRow::id, RedriveRow::outcome, RedriveRow::records)
                .containsExactly(tuple(GIVEN_UP_ID, Outcome.REDRIVEN, 2));

        assertThat(stream.kept.getLast().partitionKey()).isEqualTo("odd key");
        assertThat(stream.kept.getLast().data()).isEqualTo(poison);
        assertThat(failures.keys("")).containsExactly("redriven/" + GIVEN_UP);
        assertThat(redrive()).isEmpty();
    }

    @Test
    void aGivenUpBatchStaysWholeWhenTheStreamRefusesAPartOfIt() {
        StreamEntry entry = new StreamEntry("AAPL", new byte[] {1});
        failures.with(GIVEN_UP, Kept.givenUpOfStream(List.of(entry, entry)));
        stream.refusing(i -> i == 1).refusingAlways(_ -> true);

        List<RedriveRow> rows = redrive();

        assertThat(rows).extracting(RedriveRow::outcome).containsExactly(Outcome.NOT_TAKEN);
        assertThat(rows.getFirst().detail()).contains("1 of 2 records");
        assertThat(failures.keys("aws/lambda/")).hasSize(1);
    }

    @Test
    void changesOfTheTableAreHandedToTheirFunctionAsTheyWere() {
        failures.with(GIVEN_UP, Kept.givenUpOfTable("TrendAlerts-X2"));

        assertThat(redrive()).extracting(RedriveRow::outcome).containsExactly(Outcome.REDRIVEN);

        assertThat(invoked).containsExactly("TrendAlerts-X2 " + Kept.change());
        assertThat(stream.kept).isEmpty();
        assertThat(failures.keys("")).containsExactly("redriven/" + GIVEN_UP);
    }

    @Test
    void changesThatTheFunctionFailsAtAgainStay() {
        failures.with(GIVEN_UP, Kept.givenUpOfTable("TrendAlerts-X2"));

        functions = (_, _) -> "{\"batchItemFailures\":[{\"itemIdentifier\":\"7\"}]}";
        assertThat(redrive().getFirst().detail()).contains("record 7");
        functions =
                (_, _) -> {
                    throw new FailedException("Function TrendAlerts-X2 is none of the pipeline's");
                };
        assertThat(redrive().getFirst().detail()).contains("none of the pipeline's");

        assertThat(failures.keys("aws/lambda/")).hasSize(1);
    }

    @Test
    void aBatchWithoutItsRecordsSaysSo() {
        failures.with(GIVEN_UP, "{\"requestContext\":{},\"KinesisBatchInfo\":{}}")
                .with(GIVEN_UP + "2", "no JSON");

        assertThat(redrive())
                .extracting(RedriveRow::outcome)
                .containsExactly(Outcome.NOT_WHOLE, Outcome.NOT_WHOLE);
        assertThat(failures.keys("aws/lambda/")).hasSize(2);
    }

    @Test
    void oneDayOrOneIdCanBeChosen() {
        QuarantineRecord first = shelved(Kept.ofStream("AAPL", Kept.quote("AAPL", "2")));
        shelved(Kept.ofStream("MSFT", Kept.quote("MSFT", "2")));
        failures.with(GIVEN_UP, Kept.givenUpOfTable("TrendAlerts-X2"));

        assertThat(plan(Optional.empty(), Optional.of(first.id())).rows())
                .extracting(RedriveRow::id)
                .containsExactly(first.id());
        assertThat(plan(Optional.of(Kept.DAY), Optional.empty()).rows()).hasSize(2);
        assertThat(plan(Optional.of(Kept.DAY.plusDays(1)), Optional.empty()).rows())
                .extracting(RedriveRow::id)
                .containsExactly(GIVEN_UP_ID);
        assertThat(plan(Optional.empty(), Optional.of("nothing")).isEmpty()).isTrue();
    }

    @Test
    void theListShowsBothKindsWithTheirReasons() {
        shelved(Kept.ofStream("AAPL", "{"));
        shelved(Kept.ofIngest("MSFT"));
        failures.with(GIVEN_UP, Kept.givenUpOfTable("TrendAlerts-X2"));

        assertThat(QuarantineRows.of(shelf(), Optional.empty(), _ -> true))
                .extracting(row -> row.get(1), row -> row.get(3), row -> row.get(5))
                .containsExactly(
                        tuple("ingest-alphavantage", "impossible", ""),
                        tuple("stream-processor", "invalid-quote", "4711"),
                        tuple("TrendAlerts-X2", "given-up", "100..101"));
        assertThat(QuarantineRows.of(shelf(), Optional.empty(), "given-up"::equals)).hasSize(1);
    }

    private QuarantineRecord shelved(QuarantineRecord rejected) {
        lake.with(Kept.key(rejected), Kept.lines(rejected));
        return rejected;
    }

    private QuarantineShelf shelf() {
        return new QuarantineShelf(lake, failures);
    }

    private RedrivePlan plan(Optional<LocalDate> day, Optional<String> id) {
        return RedrivePlan.of(shelf(), day, id);
    }

    private List<RedriveRow> redrive() {
        return new Redrive(
                        lake, failures, new StreamPut(stream, "quotes", _ -> {}), functions::invoke)
                .carryOut(plan(Optional.empty(), Optional.empty()));
    }
}

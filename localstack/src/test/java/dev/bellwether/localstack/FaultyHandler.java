package dev.bellwether.localstack;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import dev.bellwether.stream.StreamProcessorHandler;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The stream processor with a bug: it can do nothing about one record, and says so each time. By
/// itself it has no such record; whatever it cannot read goes to quarantine.
public final class FaultyHandler implements RequestHandler<KinesisEvent, StreamsEventResponse> {
    static final String POISON = "poison of the fault test";

    private final StreamProcessorHandler sound = new StreamProcessorHandler();

    @Override
    public StreamsEventResponse handleRequest(KinesisEvent event, Context context) {
        List<KinesisEventRecord> records = event.getRecords();
        for (int i = 0; i < records.size(); i++) {
            ByteBuffer data = records.get(i).getKinesis().getData().duplicate();
            if (StandardCharsets.UTF_8.decode(data).toString().equals(POISON)) {
                event.setRecords(records.subList(0, i));
                sound.handleRequest(event, context);
                return new StreamsEventResponse(
                        List.of(
                                new BatchItemFailure(
                                        records.get(i).getKinesis().getSequenceNumber())));
            }
        }
        return sound.handleRequest(event, context);
    }
}

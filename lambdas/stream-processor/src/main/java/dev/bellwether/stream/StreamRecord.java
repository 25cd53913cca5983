package dev.bellwether.stream;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import java.nio.ByteBuffer;
import java.time.Instant;

/// One record of a shard, as the stream delivered it.
///
/// @param sequenceNumber the record's place in its shard
/// @param partitionKey the symbol, when the producer keeps to the contract
/// @param arrivedAt when the stream took the record
record StreamRecord(
        String shardId,
        String sequenceNumber,
        String partitionKey,
        byte[] data,
        Instant arrivedAt) {
    static StreamRecord of(KinesisEventRecord delivered) {
        // An event id is "<shard id>:<sequence number>".
        String eventId = delivered.getEventID();
        ByteBuffer buffer = delivered.getKinesis().getData().duplicate();
        byte[] data = new byte[buffer.remaining()];
        buffer.get(data);
        return new StreamRecord(
                eventId.substring(0, eventId.indexOf(':')),
                delivered.getKinesis().getSequenceNumber(),
                delivered.getKinesis().getPartitionKey(),
                data,
                delivered.getKinesis().getApproximateArrivalTimestamp().toInstant());
    }
}

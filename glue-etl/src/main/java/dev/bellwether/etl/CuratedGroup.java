package dev.bellwether.etl;

import java.io.Serializable;
import java.util.List;
import scala.Tuple2;

/// What became of one group of observations.
///
/// @param chunks of the curated tables, by the text of their [ChunkKey]
/// @param training the instrument's part of the training set; empty if it has none, or none is made
record CuratedGroup(List<Tuple2<String, Chunk>> chunks, List<TrainingPart> training)
        implements Serializable {
    CuratedGroup {
        chunks = List.copyOf(chunks);
        training = List.copyOf(training);
    }
}

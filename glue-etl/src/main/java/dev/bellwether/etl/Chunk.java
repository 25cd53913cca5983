package dev.bellwether.etl;

import java.io.Serializable;

/// Rows of one curated table that stand one after another in its files, as bytes: the few rows that
/// are alive at a time are the only ones that are objects.
///
/// @param rows how many
/// @param bytes as [RowCodec] writes them
record Chunk(int rows, byte[] bytes) implements Serializable {}

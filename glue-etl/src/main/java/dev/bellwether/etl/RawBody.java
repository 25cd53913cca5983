package dev.bellwether.etl;

import java.io.IOException;

/// The bytes of a raw object.
interface RawBody {
    byte[] read() throws IOException;
}

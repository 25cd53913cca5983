package dev.bellwether.etl;

import java.io.IOException;
import java.io.Serializable;

/// What raw objects say.
interface RawLogic extends Serializable {
    /// What one raw object says.
    ///
    /// @param key of its description
    /// @param description JSON
    /// @param body reads the bytes that it describes
    RawFinding read(String key, byte[] description, RawBody body) throws IOException;
}

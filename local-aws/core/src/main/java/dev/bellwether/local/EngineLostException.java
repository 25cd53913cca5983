package dev.bellwether.local;

import dev.bellwether.local.engine.EngineName;

/// An engine ended in the middle of a run; nothing that was acknowledged is lost.
public final class EngineLostException extends RuntimeException {
    EngineLostException(EngineName engine) {
        super(
                "Engine %s has ended, so the run stops here; its log logs/%s.log in the state folder may say why. Run again: it goes on from what was acknowledged"
                        .formatted(engine, engine));
    }
}

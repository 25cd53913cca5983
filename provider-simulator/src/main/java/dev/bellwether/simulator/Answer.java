package dev.bellwether.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What the simulator sends back.
record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
    static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, contentType, body, Map.of());
    }

    static Answer json(int status, String body) {
        return of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer text(int status, String body) {
        return of(status, "text/plain", body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    Answer withBody(byte[] changed) {
        return new Answer(status, contentType, changed, headers);
    }

    Answer withHeader(String name, String value) {
        return new Answer(status, contentType, body, Map.of(name, value));
    }
}

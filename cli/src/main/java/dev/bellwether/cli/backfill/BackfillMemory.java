package dev.bellwether.cli.backfill;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.cli.home.FailedException;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Keeps how far a backfill has come, for the next call, in the state folder's `backfill.json`.
record BackfillMemory(StateFolder state) {
    private static final JsonMapper JSON = new JsonMapper();

    /// What is remembered of that horizon; what is of another one is over.
    Remembered read(LocalDate horizon) {
        if (!Files.exists(file())) {
            return Remembered.nothing(horizon);
        }
        try {
            JsonNode json = JSON.readTree(file().toFile());
            Remembered found =
                    new Remembered(
                            LocalDate.parse(json.path("horizon").asText()),
                            symbols(json.path("done")),
                            symbols(json.path("curated")));
            return found.horizon().equals(horizon) ? found : Remembered.nothing(horizon);
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new FailedException(
                    "%s cannot be read: %s. Delete it; symbols are asked for again then."
                            .formatted(file(), e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + file() + " failed", e);
        }
    }

    /// Remembers it, whole or not at all.
    void write(Remembered remembered) {
        ObjectNode json = JSON.createObjectNode().put("horizon", remembered.horizon().toString());
        put(json.putArray("done"), remembered.done());
        put(json.putArray("curated"), remembered.curated());
        try {
            Path next = Files.writeString(state.path().resolve("backfill.json.new"), json + "\n");
            Files.move(
                    next,
                    file(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + file() + " failed", e);
        }
    }

    private static void put(ArrayNode array, List<Symbol> symbols) {
        symbols.forEach(symbol -> array.add(symbol.value()));
    }

    private static List<Symbol> symbols(JsonNode array) {
        List<Symbol> symbols = new ArrayList<>();
        array.forEach(symbol -> symbols.add(Symbol.of(symbol.asText())));
        return symbols;
    }

    private Path file() {
        return state.path().resolve("backfill.json");
    }
}

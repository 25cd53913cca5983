package dev.bellwether.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.resource.ServiceEndpoints;
import dev.bellwether.local.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Where a run that is going on listens, for other processes of this machine: the file
/// `endpoints.json` of its state folder, from the start of the run to its end.
///
/// A killed run leaves the file. Whoever finds it asks for the folder's lock first: only while that
/// is held by the process that the file names do the addresses mean anything.
///
/// @param processId of the run
/// @param assembly folder of what it runs
/// @param services where SNS, SSM, SageMaker and Lambda listen
public record RunEndpoints(
        String processId, Path assembly, ServiceEndpoints engines, URI services) {
    private static final String FILE = "endpoints.json";

    /// What the run with the state folder says, empty when it says nothing yet or has ended.
    ///
    /// @throws UncheckedIOException if the file cannot be read
    public static Optional<RunEndpoints> find(Path state) {
        try {
            JsonNode written = Json.parse(Files.readAllBytes(state.resolve(FILE)));
            return Optional.of(
                    new RunEndpoints(
                            written.path("pid").asText(),
                            Path.of(written.path("assembly").asText()),
                            new ServiceEndpoints(
                                    address(written, "dynamodb"),
                                    address(written, "kinesis"),
                                    address(written, "s3"),
                                    address(written, "sqs")),
                            address(written, "services")));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(state.resolve(FILE)), e);
        }
    }

    private static URI address(JsonNode written, String name) {
        return URI.create(written.path(name).asText());
    }

    /// Puts the file into the state folder at once and whole; closing the answer removes it.
    ///
    /// @throws UncheckedIOException if the folder cannot be written
    AutoCloseable publish(Path state) {
        ObjectNode file =
                Json.object()
                        .put("pid", processId)
                        .put("assembly", assembly.toString())
                        .put("dynamodb", engines.dynamoDb().toString())
                        .put("kinesis", engines.kinesis().toString())
                        .put("s3", engines.s3().toString())
                        .put("sqs", engines.sqs().toString())
                        .put("services", services.toString());
        try {
            Path unfinished = Files.write(state.resolve(FILE + ".part"), Json.bytes(file));
            Files.move(
                    unfinished,
                    state.resolve(FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be written".formatted(state.resolve(FILE)), e);
        }
        return () -> Files.deleteIfExists(state.resolve(FILE));
    }
}

package dev.bellwether.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// The cloud assembly that contracts are held on, as the CDK would have written it.
record ContractsAssembly(Path folder) {
    /// Where the template says that the function's code is.
    static final String CODE_BUCKET = "contracts-assets";

    static final String CODE_KEY = "echo.jar";

    private static final String RESOURCES = "/contracts/";
    private static final String TEMPLATE = "Contracts.template.json";

    static ContractsAssembly write(Path folder) {
        try {
            Files.createDirectories(folder);
            for (String file : List.of("manifest.json", "Contracts.assets.json", TEMPLATE)) {
                Files.write(folder.resolve(file), resource(RESOURCES + file));
            }
            String echo = Echo.class.getName().replace('.', '/') + ".class";
            try (OutputStream file = Files.newOutputStream(folder.resolve(CODE_KEY));
                    JarOutputStream jar = new JarOutputStream(file)) {
                jar.putNextEntry(new JarEntry(echo));
                jar.write(resource("/" + echo));
                jar.closeEntry();
            }
            return new ContractsAssembly(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing an assembly to " + folder + " failed", e);
        }
    }

    String template() {
        try {
            return Files.readString(folder.resolve(TEMPLATE));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the template of " + folder + " failed", e);
        }
    }

    Path code() {
        return folder.resolve(CODE_KEY);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ContractsAssembly.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}

package dev.bellwether.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeLibrariesTest {
    // Amazon Linux 2023, on which Lambda's java25 runs, has glibc 2.34.
    private static final int NEWEST_MINOR = 34;
    private static final Pattern NEEDED = Pattern.compile("GLIBC_2\\.([0-9]+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openblas/linux-x86_64/libopenblas.so.0",
                "openblas/linux-x86_64/libjniopenblas.so",
                "openblas/linux-x86_64/libjniopenblas_nolapack.so",
                "openblas/linux-x86_64/libgfortran.so.5",
                "openblas/linux-x86_64/libquadmath.so.0",
                "javacpp/linux-x86_64/libjnijavacpp.so"
            })
    void theNativesOfTheFunctionsJarNeedNoNewerGlibcThanLambdaHas(String name) throws IOException {
        List<Integer> minors = new ArrayList<>();
        NEEDED.matcher(content(name))
                .results()
                .forEach(found -> minors.add(Integer.valueOf(found.group(1))));

        assertThat(minors).isNotEmpty().allMatch(minor -> minor <= NEWEST_MINOR);
    }

    private static String content(String name) throws IOException {
        try (InputStream in =
                NativeLibrariesTest.class.getResourceAsStream("/org/bytedeco/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}

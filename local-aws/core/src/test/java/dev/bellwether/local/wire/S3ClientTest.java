package dev.bellwether.local.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class S3ClientTest {
    @Test
    void keysAreFoundOverAllPagesAndWithAnyCharacter() {
        try (InMemoryS3 s3 = new InMemoryS3()) {
            for (String key :
                    new String[] {"a/dt=2025-10-29/x y.json", "a/1", "a/2", "a/3+4", "b/1"}) {
                s3.client().put("lake", key, key.getBytes(StandardCharsets.UTF_8));
            }
            assertThat(s3.client().keys("lake", "a/"))
                    .containsExactly("a/1", "a/2", "a/3+4", "a/dt=2025-10-29/x y.json");
            assertThat(s3.client().find("lake", "a/3+4"))
                    .contains("a/3+4".getBytes(StandardCharsets.UTF_8));
            assertThat(s3.client().find("lake", "a/9")).isEmpty();
        }
    }
}

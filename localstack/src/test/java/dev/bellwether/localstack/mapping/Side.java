package dev.bellwether.localstack.mapping;

import java.time.Duration;

/// Somebody's event source mappings.
interface Side extends AutoCloseable {
    enum Name {
        LOCAL_AWS("local-aws"),
        LOCALSTACK("LocalStack");

        private final String text;

        Name(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    Name name();

    Sources sources();

    /// From here on the case's source is read.
    ///
    /// @throws IllegalArgumentException if a setting is refused
    void open(MappingCase row, Stage stage);

    void letPass(MappingCase row, Stage stage, Duration time);

    /// The case's next records are put now.
    void beforePut(MappingCase row);

    /// Longest wait for what is expected of a case.
    Duration patience();

    @Override
    void close();
}

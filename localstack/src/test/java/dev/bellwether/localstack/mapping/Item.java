package dev.bellwether.localstack.mapping;

import java.util.List;
import java.util.stream.Stream;

/// A record that a case puts into its source.
///
/// @param kind for filters; `text` is a record that is no JSON, `compact` is JSON without spaces
/// @param shard where it goes in a stream of several
record Item(String name, String kind, int shard) {
    private static final String QUOTE = "quote";
    private static final String TEXT = "text";
    private static final String COMPACT = "compact";
    private static final String PROBE = "probe";

    /// What is put last, to see that nothing is left before it.
    static final Item END = new Item("end", QUOTE, 0);

    /// What is put until a mapping that begins at the end of its stream has begun. No two are
    /// alike, for a table's stream tells of changes only.
    static Item probe(int number) {
        return new Item(PROBE, Integer.toString(number), 0);
    }

    /// Items written as `name`, `name/kind` or `name@shard`, with spaces between them.
    static List<Item> list(String text) {
        return Stream.of(text.split(" ")).map(Item::of).toList();
    }

    private static Item of(String text) {
        String[] onShard = text.split("@");
        String[] ofKind = onShard[0].split("/");
        return new Item(
                ofKind[0],
                ofKind.length > 1 ? ofKind[1] : QUOTE,
                onShard.length > 1 ? Integer.parseInt(onShard[1]) : 0);
    }

    Item onShard(int other) {
        return new Item(name, kind, other);
    }

    /// Whether the run itself has put what an event calls so.
    static boolean isOfTheRun(String name) {
        return name.startsWith(END.name()) || name.startsWith(PROBE);
    }

    /// The record's data. But for `compact`, JSON is written with spaces, as Python writes it: that
    /// comes through where data are read and written anew.
    String body() {
        return switch (kind) {
            case TEXT -> name;
            case COMPACT -> "{\"name\":\"%s\",\"kind\":\"%s\"}".formatted(name, kind);
            default -> "{\"name\": \"%s\", \"kind\": \"%s\"}".formatted(name, kind);
        };
    }
}

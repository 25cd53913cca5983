package dev.bellwether.cli.store;

import dev.bellwether.cli.home.FailedException;
import dev.bellwether.local.template.Bucket;
import dev.bellwether.local.template.LambdaFunction;
import dev.bellwether.local.template.Stream;
import dev.bellwether.local.template.Table;
import dev.bellwether.local.template.Template;
import dev.bellwether.market.Symbol;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a pipeline's stores and functions are called where it runs.
///
/// @param table the DynamoDB table
/// @param stream the Kinesis stream of quotes
/// @param lake bucket of the lake
/// @param failures bucket of what event source mappings gave up
/// @param functions physical name by the id that the CDK app gives, such as `TrendAlerts`
/// @param symbols what the pipeline fetches
public record StoreNames(
        String table,
        String stream,
        String lake,
        String failures,
        Map<String, String> functions,
        List<Symbol> symbols) {
    /// The function whose environment names the symbols.
    static final String SYMBOLS_OF = "IngestAlphaVantage";

    static final String SYMBOLS = "SYMBOLS";

    /// The CDK appends eight digits of a hash to the id in the app.
    private static final String HASH = "[0-9A-F]{8}$";

    public StoreNames {
        functions = Map.copyOf(functions);
        symbols = List.copyOf(symbols);
    }

    /// The names on this machine of what a template declares.
    public static StoreNames of(Template template) {
        Map<String, LambdaFunction> functions =
                template.functions().stream()
                        .collect(
                                Collectors.toMap(
                                        function -> withoutHash(function.logicalId()),
                                        Function.identity()));
        LambdaFunction ingest = functions.get(SYMBOLS_OF);
        if (ingest == null) {
            throw missing("function", SYMBOLS_OF);
        }
        return new StoreNames(
                name("table", "Market", template.tables(), Table::logicalId, Table::name),
                name("stream", "Quotes", template.streams(), Stream::logicalId, Stream::name),
                name("bucket", "Lake", template.buckets(), Bucket::logicalId, Bucket::name),
                name("bucket", "Failures", template.buckets(), Bucket::logicalId, Bucket::name),
                functions.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> entry.getValue().name())),
                Symbol.listOf(ingest.environment().getOrDefault(SYMBOLS, "")));
    }

    /// The logical id as the app gives it.
    static String withoutHash(String logicalId) {
        return logicalId.replaceFirst(HASH, "");
    }

    /// The physical name of a function.
    ///
    /// @param id such as `TrendAlerts`
    /// @throws FailedException if the pipeline has none of that id
    public String function(String id) {
        String name = functions.get(id);
        if (name == null) {
            throw new FailedException(
                    "The pipeline has no function %s; it has %s. Is it of an older version? Run or deploy it anew."
                            .formatted(id, new TreeMap<>(functions).keySet()));
        }
        return name;
    }

    /// The id of a function of that physical name.
    ///
    /// @throws FailedException if it is none of the pipeline's
    public String idOf(String physicalName) {
        return functions.entrySet().stream()
                .filter(function -> function.getValue().equals(physicalName))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() ->
                        new FailedException(
                                "Function %s is none of the pipeline's (any more)."
                                        .formatted(physicalName)));
    }

    private static <T> String name(
            String kind,
            String id,
            List<T> declared,
            Function<T, String> logicalId,
            Function<T, String> physicalName) {
        return declared.stream()
                .filter(one -> withoutHash(logicalId.apply(one)).equals(id))
                .map(physicalName)
                .findFirst()
                .orElseThrow(() -> missing(kind, id));
    }

    static FailedException missing(String kind, String id) {
        return new FailedException(
                "The template declares no %s %s, so it is not this pipeline's."
                        .formatted(kind, id));
    }
}

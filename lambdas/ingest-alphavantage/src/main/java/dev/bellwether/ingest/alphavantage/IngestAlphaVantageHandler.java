package dev.bellwether.ingest.alphavantage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.bellwether.market.Symbol;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/// The function: a schedule's event in, the run's report out. It fails only where our own side
/// failed; what the provider refuses is in the report. A run may be started again with the same
/// event: it then loads what is missing.
public final class IngestAlphaVantageHandler implements RequestStreamHandler {
    private final DailyIngest ingest;
    private final List<Symbol> symbols;

    /// Called by the Lambda runtime, once per execution environment.
    public IngestAlphaVantageHandler() {
        this(AlphaVantageSettings.from(System.getenv()));
    }

    IngestAlphaVantageHandler(DailyIngest ingest, List<Symbol> symbols) {
        this.ingest = ingest;
        this.symbols = symbols;
    }

    private IngestAlphaVantageHandler(AlphaVantageSettings settings) {
        this(AwsWiring.wire(settings), settings.symbols());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        DailyRun run = DailyRun.read(event, symbols);
        RunReport report =
                ingest.run(run, () -> Duration.ofMillis(context.getRemainingTimeInMillis()));
        context.getLogger().log(report.toLogLine());
        report.requireStored();
        answer.write(report.toJson());
    }
}

package dev.bellwether.ingest.yahoo;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/// The function: a schedule's event, or the queue's half a minute later, in; the poll's report out.
/// What the provider refuses is in the report; the function fails only where the stream does.
public final class IngestYahooHandler implements RequestStreamHandler {
    private final QuotePoller poller;

    /// Called by the Lambda runtime, once per execution environment.
    public IngestYahooHandler() {
        this(AwsWiring.wire(YahooSettings.from(System.getenv())));
    }

    IngestYahooHandler(QuotePoller poller) {
        this.poller = poller;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        byte[] last = {};
        for (QuotePoll poll : QuotePoll.read(event)) {
            PollReport report =
                    poller.poll(poll, () -> Duration.ofMillis(context.getRemainingTimeInMillis()));
            context.getLogger().log(report.toLogLine());
            last = report.toJson();
        }
        answer.write(last);
    }
}

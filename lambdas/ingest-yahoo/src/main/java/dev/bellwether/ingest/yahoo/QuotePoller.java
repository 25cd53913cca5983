package dev.bellwether.ingest.yahoo;

import dev.bellwether.ingest.ProviderFailure.Throttled;
import dev.bellwether.ingest.TimeLeft;
import dev.bellwether.ingest.yahoo.PollReport.Exchange;
import dev.bellwether.ingest.yahoo.PollReport.Skipped;
import dev.bellwether.market.Quote;
import dev.bellwether.market.Session;
import dev.bellwether.market.Symbol;
import dev.bellwether.market.TradingCalendar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// Polls the quotes of all symbols while a session runs. A symbol that cannot be had is skipped:
/// the next poll is half a minute away. Once the provider refuses a call, the poll makes no other.
final class QuotePoller {
    /// More calls at once look like an attack to a provider that owes us nothing.
    private static final int CALLS_AT_ONCE = 3;

    /// What one call and the publishing of all quotes may take at worst.
    private static final Duration TIME_OF_A_CALL = Duration.ofSeconds(11);

    private final List<Symbol> symbols;
    private final ChartClient charts;
    private final QuotePublisher publisher;

    QuotePoller(List<Symbol> symbols, ChartClient charts, QuotePublisher publisher) {
        this.symbols = symbols;
        this.charts = charts;
        this.publisher = publisher;
    }

    PollReport poll(QuotePoll poll, TimeLeft timeLeft) {
        Optional<Session> open = TradingCalendar.nyse().findOpen(poll.pollTime());
        if (open.isEmpty()) {
            return new PollReport(poll, Exchange.CLOSED, 0, List.of());
        }
        List<ChartReading> readings = readAll(open.get(), poll, timeLeft);
        List<Quote> quotes = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            switch (readings.get(i)) {
                case ChartReading.Read(Quote quote) -> quotes.add(quote);
                case ChartReading.Failed(var failure) ->
                        skipped.add(new Skipped(symbols.get(i), failure.reason()));
                case ChartReading.Unusable(String reason) ->
                        skipped.add(new Skipped(symbols.get(i), reason));
            }
        }
        publisher.publish(quotes);
        return new PollReport(poll, Exchange.OPEN, quotes.size(), List.copyOf(skipped));
    }

    private List<ChartReading> readAll(Session session, QuotePoll poll, TimeLeft timeLeft) {
        Semaphore calls = new Semaphore(CALLS_AT_ONCE);
        AtomicBoolean refused = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ChartReading>> readings =
                    symbols.stream()
                            .map(symbol ->
                                    threads.submit(() -> {
                                        calls.acquire();
                                        try {
                                            return read(symbol, session, poll, refused, timeLeft);
                                        } finally {
                                            calls.release();
                                        }
                                    }))
                            .toList();
            List<ChartReading> read = new ArrayList<>();
            for (Future<ChartReading> reading : readings) {
                read.add(reading.get());
            }
            return read;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Reading a chart failed unexpectedly", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading charts", e);
        }
    }

    private ChartReading read(
            Symbol symbol,
            Session session,
            QuotePoll poll,
            AtomicBoolean refused,
            TimeLeft timeLeft) {
        if (refused.get()) {
            return new ChartReading.Unusable(
                    "not asked: the provider has refused another call of this poll");
        }
        if (timeLeft.timeLeft().compareTo(TIME_OF_A_CALL) < 0) {
            return new ChartReading.Unusable("not asked: no time left in this invocation");
        }
        ChartReading reading = charts.read(symbol, session, poll.pollTime());
        if (reading instanceof ChartReading.Failed(Throttled _)) {
            refused.set(true);
        }
        return reading;
    }
}

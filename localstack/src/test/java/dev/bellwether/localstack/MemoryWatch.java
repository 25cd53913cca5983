package dev.bellwether.localstack;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Statistics;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/// Looks every few seconds how much memory our containers have, and notes the most that it saw.
final class MemoryWatch implements AutoCloseable {
    private static final int SECONDS = 5;

    private final LocalStack localStack;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    private long mostBytes;
    private long ofLocalStackThen;
    private int containersThen;

    MemoryWatch(LocalStack localStack) {
        this.localStack = localStack;
        thread.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private synchronized void look() {
        Map<String, String> containers = localStack.containers();
        long all = 0;
        long ofLocalStack = 0;
        for (Map.Entry<String, String> container : containers.entrySet()) {
            long bytes = bytes(container.getValue());
            all += bytes;
            if (!container.getKey().contains("-lambda-")) {
                ofLocalStack += bytes;
            }
        }
        if (all > mostBytes) {
            mostBytes = all;
            ofLocalStackThen = ofLocalStack;
            containersThen = containers.size();
        }
    }

    /// As `docker stats` has it: without the page cache. 0 for a container that has just gone.
    private static long bytes(String id) {
        try (var first =
                new ResultCallback.Adapter<Statistics>() {
                    private long bytes;

                    @Override
                    public void onNext(Statistics statistics) {
                        var memory = statistics.getMemoryStats();
                        if (memory != null && memory.getUsage() != null) {
                            var details = memory.getStats();
                            Long cache = details == null ? null : details.getInactiveFile();
                            bytes = memory.getUsage() - (cache == null ? 0 : cache);
                        }
                    }
                }) {
            DockerClientFactory.lazyClient().statsCmd(id).withNoStream(true).exec(first);
            first.awaitCompletion(SECONDS, TimeUnit.SECONDS);
            return first.bytes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (RuntimeException | java.io.IOException gone) {
            return 0;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        synchronized (this) {
            Timings.note(
                    String.format(
                            Locale.ROOT,
                            "most memory in containers  %5d MB, of it LocalStack %d MB; %d containers then",
                            mostBytes / 1_000_000,
                            ofLocalStackThen / 1_000_000,
                            containersThen));
        }
    }
}

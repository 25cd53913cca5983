package dev.bellwether.local.child;

import java.util.concurrent.CountDownLatch;

/// Prints the lines that it is given and then waits to be ended.
public final class WaitingChild {
    private WaitingChild() {}

    public static final class Deaf {
        private Deaf() {}

        /// As its outer class, but takes no notice of SIGTERM.
        public static void main(String[] lines) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(WaitingChild::awaitForever));
            WaitingChild.main(lines);
        }
    }

    public static void main(String[] lines) throws InterruptedException {
        for (String line : lines) {
            System.out.println(line);
        }
        new CountDownLatch(1).await();
    }

    private static void awaitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

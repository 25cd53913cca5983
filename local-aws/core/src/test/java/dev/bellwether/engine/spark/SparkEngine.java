package dev.bellwether.engine.spark;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Has the engine's name and arguments, and ends as its argument `--end` says.
public final class SparkEngine {
    private SparkEngine() {}

    public static void main(String[] arguments) throws InterruptedException {
        List<String> all = List.of(arguments);
        PrintStream out = System.out;
        out.println(String.join(" ", all.subList(2, all.size())));
        out.flush();
        switch (all.get(all.indexOf("--end") + 1)) {
            case "fails" -> {
                out.println("FAILED the raw zone is gone");
                System.exit(1);
            }
            case "crashes" -> {
                out.println("no memory left");
                System.exit(9);
            }
            case "never" -> new CountDownLatch(1).await();
            default -> out.println("done");
        }
    }
}

package dev.bellwether.local.glue;

import dev.bellwether.local.child.Child;
import dev.bellwether.local.child.ChildException;
import dev.bellwether.local.child.ChildSpec;
import dev.bellwether.local.child.JvmCommand;
import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.template.GlueJob;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One try of a job, as a process.
record JobProcess(Supervisor supervisor, GlueSettings settings, GlueListener listener) {
    private static final String MAIN_CLASS = "dev.bellwether.engine.spark.SparkEngine";
    private static final Duration STOP_GRACE = Duration.ofSeconds(5);
    private static final long GLANCE_MILLIS = 200;

    /// What a worker of Glue has is far more than what a demo should take.
    private static final List<String> FLAGS =
            List.of(
                    "-Xmx1g",
                    "-XX:+UseSerialGC",
                    "-XX:-UsePerfData",
                    "-Duser.timezone=UTC",
                    "-Dfile.encoding=UTF-8",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    /// What Spark's own launcher opens (org.apache.spark.launcher.JavaModuleOptions): its
    /// serializers look into these packages of the JDK.
    private static final List<String> OPENED =
            List.of(
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.reflect",
                    "java.io",
                    "java.net",
                    "java.nio",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "sun.nio.ch",
                    "sun.nio.cs",
                    "sun.security.action",
                    "sun.util.calendar");

    /// How it ended.
    ///
    /// @param state as in GetJobRun
    record End(String state, String message) {}

    End run(GlueJob job, Map<String, String> arguments) {
        Path log = settings.log(job.name());
        String[] failure = {""};
        LogFollower follower =
                new LogFollower(
                        log,
                        line -> {
                            listener.printed(job.name(), line);
                            if (line.startsWith("FAILED ")) {
                                failure[0] = line.substring("FAILED ".length());
                            }
                        });
        try {
            Files.createDirectories(settings.work());
            Child child = supervisor.start(spec(job, arguments, log));
            int code = exitCode(child, job.timeout(), follower);
            return code == 0
                    ? new End("SUCCEEDED", "")
                    : new End(
                            "FAILED",
                            failure[0].isEmpty()
                                    ? "exit code %d. %s".formatted(code, child.logTail())
                                    : failure[0]);
        } catch (TimeoutException e) {
            return new End("TIMEOUT", "it took longer than " + job.timeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new End("STOPPED", "the run was closed");
        } catch (ExecutionException | ChildException | IOException e) {
            return new End("FAILED", String.valueOf(e.getMessage()));
        }
    }

    private static int exitCode(Child child, Duration timeout, LogFollower follower)
            throws TimeoutException, InterruptedException, ExecutionException {
        long end = System.nanoTime() + timeout.toNanos();
        try {
            while (true) {
                try {
                    int code = child.exit().get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                    follower.follow();
                    return code;
                } catch (TimeoutException e) {
                    follower.follow();
                    if (System.nanoTime() > end) {
                        child.stop(STOP_GRACE);
                        throw e;
                    }
                }
            }
        } catch (InterruptedException e) {
            child.kill();
            throw e;
        }
    }

    private ChildSpec spec(GlueJob job, Map<String, String> arguments, Path log) {
        List<String> flags = new ArrayList<>(FLAGS);
        OPENED.forEach(name -> flags.add("--add-opens=java.base/%s=ALL-UNNAMED".formatted(name)));
        flags.add("-Djava.io.tmpdir=" + settings.work());
        StringBuilder classPath = new StringBuilder(settings.engineClassPath());
        job.jars().forEach(jar -> classPath.append(File.pathSeparator).append(jar));
        return new ChildSpec(
                "glue " + job.name(),
                new JvmCommand(
                                settings.java(),
                                flags,
                                classPath.toString(),
                                MAIN_CLASS,
                                commandArguments(job, arguments))
                        .toCommandLine(),
                Map.of("LC_ALL", "C.UTF-8"),
                settings.work(),
                log);
    }

    private List<String> commandArguments(GlueJob job, Map<String, String> arguments) {
        Map<String, String> all = new TreeMap<>(job.defaultArguments());
        all.putAll(arguments);
        all.put("--JOB_NAME", job.name());
        List<String> line = new ArrayList<>();
        line.add(settings.buckets().toString());
        line.add(job.script().toString());
        all.forEach((key, value) -> {
            line.add(key);
            line.add(value);
        });
        return line;
    }
}

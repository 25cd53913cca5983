package dev.bellwether.cli.endpoints;

import dev.bellwether.cli.home.Home;
import dev.bellwether.cli.home.StateFolder;
import dev.bellwether.local.athena.AthenaSettings;
import dev.bellwether.local.athena.LakeCatalog;
import dev.bellwether.local.athena.LocalAthena;
import dev.bellwether.local.child.Supervisor;
import dev.bellwether.local.endpoint.ThinServices;
import dev.bellwether.local.endpoint.athena.AthenaQueries;
import dev.bellwether.local.engine.EngineSettings;
import dev.bellwether.local.engine.Engines;
import dev.bellwether.local.template.Arn;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.wire.S3Client;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// S3 and Athena over one state folder, under a supervisor of their own, so that they work whether
/// a demo runs or not: S3's engine keeps nothing but the files.
final class LakeEndpoints implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final URI s3;
    private final ThinServices services;

    /// Each part is on `opened` as soon as it is there, so that a failure closes the rest.
    private LakeEndpoints(Home home, StateFolder state, Path assembly, InstantSource clock) {
        try {
            Template template = Template.read(assembly);
            Supervisor supervisor =
                    opened(
                            Supervisor.start(
                                    home.java(), state.logs().resolve("endpoints-supervisor.log")));
            Engines engines =
                    opened(
                            new Engines(
                                    supervisor,
                                    new EngineSettings(
                                            home.root(),
                                            home.java(),
                                            home.node(),
                                            state.path(),
                                            state.logs().resolve("endpoints"))));
            s3 = engines.s3();
            LakeCatalog catalog = LakeCatalog.of(template);
            LocalAthena athena =
                    opened(LocalAthena.start(supervisor, athena(home, state), catalog));
            services = opened(ThinServices.start());
            services.serve(
                    opened(
                            new AthenaQueries(
                                    athena::query,
                                    new S3Client(s3)::put,
                                    template.workgroups(),
                                    catalog.databases(),
                                    clock)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static AthenaSettings athena(Home home, StateFolder state) {
        return new AthenaSettings(
                home.java(),
                home.classPath("local-aws/engines/athena", "engine.classpath"),
                state.buckets(),
                // Not that of `query`, whose catalog it would write over.
                state.path().resolve("athena-endpoints"),
                state.logs().resolve("endpoints/athena.log"));
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    /// Starts both and returns when they answer.
    static LakeEndpoints start(Home home, StateFolder state, Path assembly, InstantSource clock) {
        return new LakeEndpoints(home, state, assembly, clock);
    }

    /// What every AWS SDK reads. A service that is not served here is refused by name rather than
    /// asked for on AWS.
    Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("AWS_ACCESS_KEY_ID", "local");
        variables.put("AWS_SECRET_ACCESS_KEY", "local");
        variables.put("AWS_DEFAULT_REGION", Arn.LOCAL_REGION);
        variables.put("AWS_REGION", Arn.LOCAL_REGION);
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        variables.put("AWS_ENDPOINT_URL", services.address().toString());
        variables.put("AWS_ENDPOINT_URL_ATHENA", services.address().toString());
        variables.put("AWS_ENDPOINT_URL_S3", s3.toString());
        return Collections.unmodifiableMap(variables);
    }

    /// Calls that nothing here serves, such as `glue GetTables`.
    List<String> refusedCalls() {
        return services.refusedCalls();
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            AutoCloseable part = opened.pop();
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException("Closing failed: " + e.getMessage(), e);
            }
        }
    }
}

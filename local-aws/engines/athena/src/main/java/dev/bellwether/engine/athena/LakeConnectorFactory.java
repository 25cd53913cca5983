package dev.bellwether.engine.athena;

import io.trino.filesystem.cache.NoopSplitAffinityProvider;
import io.trino.filesystem.cache.SplitAffinityProvider;
import io.trino.metastore.HiveMetastore;
import io.trino.plugin.hive.HiveConnectorFactory;
import io.trino.spi.connector.Connector;
import io.trino.spi.connector.ConnectorContext;
import io.trino.spi.connector.ConnectorFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Trino's Hive connector over the template's catalog and the lake's files.
record LakeConnectorFactory(HiveMetastore metastore, Path lakeFolder) implements ConnectorFactory {
    static final String NAME = "lake";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Connector create(
            String catalogName, Map<String, String> settings, ConnectorContext context) {
        return HiveConnectorFactory.createConnector(
                catalogName,
                settings,
                context,
                // With a file system of our own, Trino leaves out what binds this.
                () ->
                        binder ->
                                binder.bind(SplitAffinityProvider.class)
                                        .to(NoopSplitAffinityProvider.class),
                Optional.of(metastore),
                false,
                Optional.of(_ -> new LakeFiles(lakeFolder)));
    }
}

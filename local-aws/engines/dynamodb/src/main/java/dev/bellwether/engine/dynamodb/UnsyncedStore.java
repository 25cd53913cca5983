package dev.bellwether.engine.dynamodb;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/// DynamoDB Local's SQLite file, written without waiting for the disk.
///
/// A write that SQLite has handed to the operating system outlives any kill of this process; only a
/// crash of the machine could lose it. Waiting for the disk at each item, as DynamoDB Local does,
/// takes 2 to 15 ms an item, which a backfill of 40,000 bars cannot afford.
final class UnsyncedStore extends SQLiteDBAccess {
    /// DynamoDB Local's name for the one store that `-sharedDb` gives everybody.
    private static final String SHARED = "shared-local-instance";

    private static final int JOB_THREADS = 2;

    private UnsyncedStore(File file) {
        super(file);
        Boolean done = queue.execute(new FastWrites()).complete();
        if (done == null) {
            throw new IllegalStateException("SQLite did not take the settings of " + file);
        }
    }

    private static final class FastWrites extends SQLiteJob<Boolean> {
        @Override
        protected Boolean job(SQLiteConnection connection) throws SQLiteException {
            connection.exec("PRAGMA journal_mode=TRUNCATE");
            connection.exec("PRAGMA synchronous=OFF");
            return true;
        }
    }

    /// Puts a store over the file in the folder where the request handler, which was told to share
    /// one store, looks for it before it opens its own.
    static void mount(Path folder, LocalDynamoDBRequestHandler requests)
            throws ReflectiveOperationException {
        boolean delayTransientStatuses = false;
        var jobs =
                new JobsRegister(Executors.newFixedThreadPool(JOB_THREADS), delayTransientStatuses);
        var store = new UnsyncedStore(folder.resolve(SHARED + ".db").toFile());
        Field stores = LocalDynamoDBRequestHandler.class.getDeclaredField("dbRequestHandlers");
        stores.setAccessible(true);
        @SuppressWarnings("unchecked")
        var byName = (Map<String, AmazonDynamoDBLocal>) stores.get(requests);
        byName.put(SHARED, new LocalDBClient(store, jobs));
    }
}

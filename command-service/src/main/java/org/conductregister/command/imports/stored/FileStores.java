package org.conductregister.command.imports.stored;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.conductregister.platform.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where imports keep their files: beside the events in PostgreSQL, which several nodes may share, or with a file of SQLite, which
 * one process has, in the data directory. Copies that this node has of files in PostgreSQL go within a minute once the files are
 * deleted, whichever node does so.
 */
@Component
public class FileStores implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FileStores.class);

    private static final long SECONDS_BETWEEN_LOOKS = 30;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Path data;
    private final Reserve reserve;
    private final List<DatabaseFiles> shared = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(Background.threads("file-copies"));

    FileStores(
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            @Value("${register.data:data}") Path data,
            Reserve reserve) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.data = data;
        this.reserve = reserve;
        var unused = looking.scheduleWithFixedDelay(
                this::forgetCopies, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    private void forgetCopies() {
        for (var files : shared) {
            try {
                files.forgetCopies();
            } catch (IOException | RuntimeException e) {
                log.warn("Copies of deleted files could not be deleted, which is tried again", e);
            }
        }
    }

    /** Whether other nodes may have the same files. */
    public boolean areShared() {
        return "PostgreSQL".equals(jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName()));
    }

    /** Returns the files of a folder. */
    public StoredFiles in(String folder) throws IOException {
        if (!areShared()) {
            return new DirectoryFiles(data.resolve(folder), reserve);
        }
        var files = new DatabaseFiles(jdbc, transactions, folder, data.resolve(folder), reserve);
        shared.add(files);
        return files;
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}

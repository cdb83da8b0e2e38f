package org.conductregister.command.imports.stored;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where imports keep their files: beside the events in PostgreSQL, which several nodes may share, or with a file of SQLite, which
 * one process has, in the data directory.
 */
@Component
public class FileStores {

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final Path data;
    private final Reserve reserve;

    FileStores(
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            @Value("${register.data:data}") Path data,
            Reserve reserve) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.data = data;
        this.reserve = reserve;
    }

    /** Whether other nodes may have the same files. */
    public boolean areShared() {
        return "PostgreSQL".equals(jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName()));
    }

    /** Returns the files of a folder. */
    public StoredFiles in(String folder) throws IOException {
        return areShared()
                ? new DatabaseFiles(jdbc, transactions, folder, data.resolve(folder), reserve)
                : new DirectoryFiles(data.resolve(folder), reserve);
    }
}

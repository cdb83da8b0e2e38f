package org.conductregister.query.casefile.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.keys.TestKeys;
import org.conductregister.query.TestMongo;
import org.conductregister.query.viewstore.ViewsFile;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** A store of files that fails as a test wants it to. */
interface FilesStore extends AutoCloseable {

    enum Kind {
        MONGODB,
        SQLITE
    }

    static FilesStore of(Kind kind, Path directory) {
        return switch (kind) {
            case MONGODB -> new InMongo();
            case SQLITE -> new InSqlite(directory.resolve("views.db"));
        };
    }

    /** Opens the store as a start of the process finds it. */
    RecordFiles open();

    void failAtOnce();

    /** Once entries are written, as far as the store does so before. */
    void failAtTheHead();

    void mend();

    @Override
    void close();

    /** In a MongoDB to which the connection breaks off. */
    final class InMongo implements FilesStore {

        private final TestMongo mongo = new TestMongo();
        private final MongoDatabaseFactory database = mongo.newDatabase();

        @Override
        public RecordFiles open() {
            return new MongoRecordFiles(database, TestKeys.sealed());
        }

        @Override
        public void failAtOnce() {
            mongo.failAfter(0);
        }

        @Override
        public void failAtTheHead() {
            mongo.failAfter(1);
        }

        @Override
        public void mend() {
            mongo.mend();
        }

        @Override
        public void close() {
            mongo.close();
        }
    }

    /** In a file of SQLite whose triggers refuse. */
    final class InSqlite implements FilesStore {

        private final Path path;
        private final List<ViewsFile> opened = new ArrayList<>();

        InSqlite(Path path) {
            this.path = path;
        }

        @Override
        public RecordFiles open() {
            opened.add(new ViewsFile(path));
            return new SqliteRecordFiles(opened.getLast(), TestKeys.sealed());
        }

        @Override
        public void failAtOnce() {
            refuse("FiledEntry");
        }

        @Override
        public void failAtTheHead() {
            mend();
            refuse("Head");
        }

        private void refuse(String table) {
            change("CREATE TRIGGER Refusing BEFORE INSERT ON " + table
                    + " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        }

        @Override
        public void mend() {
            change("DROP TRIGGER Refusing");
        }

        private void change(String sql) {
            int unused = opened.getFirst()
                    .write(connection -> connection.createStatement().executeUpdate(sql));
        }

        @Override
        public void close() {
            opened.forEach(ViewsFile::close);
        }
    }
}

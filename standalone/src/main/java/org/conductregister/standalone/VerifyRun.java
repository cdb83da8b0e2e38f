package org.conductregister.standalone;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.conductregister.eventstore.StoredRows;
import org.conductregister.eventstore.database.Sqlite;
import org.conductregister.integrity.AcceptedChange;
import org.conductregister.integrity.CheckpointFile;
import org.conductregister.integrity.HeadsUnreadableException;
import org.conductregister.integrity.LeafFile;
import org.conductregister.integrity.LeafHashes;
import org.conductregister.integrity.LogVerification;
import org.conductregister.integrity.RowSource;
import org.conductregister.integrity.SealedHead;
import org.conductregister.integrity.Verdict;
import org.conductregister.integrity.moving.ExportedLog;
import org.conductregister.tlog.Checkpoint;
import org.conductregister.tlog.MalformedNoteException;
import org.conductregister.tlog.SignedNote;
import org.conductregister.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/**
 * Compares a log with the checkpoints that were signed of it, in place of starting the register and without one that runs: {@code
 * java -jar conduct-register.jar verify --data DIR}, or {@code --log export.ndjson.gz --checkpoint FILE}. Says in a sentence
 * what it found, and ends with 0 or 1.
 */
final class VerifyRun {

    private static final String COMMAND = "verify";
    private static final Set<String> OPTIONS =
            Set.of("--data", "--database", "--integrity", "--log", "--checkpoint", "--key");
    private static final String USAGE = """
            Say what to verify:
              java -jar conduct-register.jar verify --data DIR [--checkpoint FILE] [--key KEY]
              java -jar conduct-register.jar verify --log export.ndjson.gz --checkpoint FILE [--key KEY]
              java -jar conduct-register.jar verify --database JDBC-URL --integrity DIR [--checkpoint FILE] [--key KEY]
            FILE holds a checkpoint that you noted, KEY is the key that verifies checkpoints, also noted. Without them the log is
            compared with the checkpoints and the key that lie beside it.""";

    private final Map<String, String> options;

    private VerifyRun(Map<String, String> options) {
        this.options = options;
    }

    static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /** Returns the exit code. */
    static int run(String... arguments) {
        Map<String, String> options = read(arguments);
        if (options == null) {
            System.out.println(USAGE);
            return 1;
        }
        try {
            return new VerifyRun(options).verify();
        } catch (MalformedNoteException
                | HeadsUnreadableException
                | EventStoreException
                | UncheckedIOException
                | IOException e) {
            System.out.println("It cannot be verified: " + e.getMessage());
            return 1;
        }
    }

    /** Returns the options; null where it is not said what to do. */
    private static @Nullable Map<String, String> read(String... arguments) {
        var options = CommandOptions.read(OPTIONS, arguments);
        if (options == null) {
            return null;
        }
        boolean log = options.containsKey("--log") && options.containsKey("--checkpoint");
        boolean database = options.containsKey("--database") && options.containsKey("--integrity");
        return log || database || options.containsKey("--data") ? options : null;
    }

    private int verify() throws IOException {
        return options.containsKey("--log") ? verifyExport() : verifyStore();
    }

    private int verifyExport() throws IOException {
        var exported = ExportedLog.open(Path.of(options.get("--log")));
        SignedNote noted = noted();
        VerifierKey key = key(exported.verifierKey());
        if (exported.fault() != null) {
            System.out.println("The file is not as it was written: " + exported.fault());
        }
        requireSigned(key, noted);
        var heads = sorted(List.of(), noted);
        return say(exported.rows(), exported.leaves(), heads, noted, exported.fault() != null);
    }

    private int verifyStore() throws IOException {
        Path integrity = options.containsKey("--integrity")
                ? Path.of(options.get("--integrity"))
                : Path.of(options.get("--data")).resolve("integrity");
        Path headsFile = integrity.resolve("checkpoints.ndjson");
        if (Files.notExists(headsFile)) {
            System.out.println("There are no checkpoints in %s, so nothing can be proved.".formatted(integrity));
            return 1;
        }
        var read = CheckpointFile.read(headsFile);
        VerifierKey key = options.containsKey("--key") ? VerifierKey.parse(options.get("--key")) : keyIn(integrity);
        for (SealedHead head : read.heads()) {
            requireSigned(key, head.note());
        }
        for (AcceptedChange change : read.accepted()) {
            System.out.printf(
                    "Note: on %s %s accepted an altered log (%s) because: %s%n",
                    change.acceptedAt(), change.by(), change.sentence(), change.reason());
        }
        SignedNote noted = options.containsKey("--checkpoint") ? noted() : null;
        if (noted != null) {
            requireSigned(key, noted);
            if (!read.heads().isEmpty()
                    && !Checkpoint.parse(noted.text())
                            .origin()
                            .equals(read.heads().getFirst().checkpoint().origin())) {
                System.out.println(
                        "The checkpoint that you noted is of a log that an administrator has since given up: see the note above.");
                return 1;
            }
        }
        if (read.heads().isEmpty() && noted == null) {
            System.out.println("No checkpoint is signed yet, so nothing can be proved.");
            return 1;
        }
        return say(rows(), LeafFile.in(integrity), sorted(read.heads(), noted), noted, false);
    }

    private RowSource rows() throws IOException {
        String url = options.get("--database");
        if (url == null) {
            Path file = Path.of(options.get("--data")).resolve("events.db");
            if (Files.notExists(file)) {
                throw new IOException("there is no " + file);
            }
            url = Sqlite.url(file);
        }
        if (url.startsWith("jdbc:sqlite:")) {
            var sqlite = new SQLiteDataSource();
            sqlite.setUrl(url);
            return new StoredRows(sqlite);
        }
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(1);
        return new StoredRows(new HikariDataSource(config));
    }

    private static VerifierKey keyIn(Path integrity) throws IOException {
        Path file = integrity.resolve("signing-key");
        if (Files.notExists(file)) {
            throw new IOException("there is no key in %s; say which verifies its checkpoints: --key".formatted(file));
        }
        return VerifierKey.parse(Files.readAllLines(file).getLast());
    }

    private VerifierKey key(VerifierKey beside) {
        String stated = options.get("--key");
        return stated == null ? beside : VerifierKey.parse(stated);
    }

    private SignedNote noted() throws IOException {
        String text = Files.readString(Path.of(options.get("--checkpoint")), StandardCharsets.UTF_8);
        return SignedNote.parse(text.replace("\r\n", "\n").strip() + "\n");
    }

    private static void requireSigned(VerifierKey key, SignedNote note) throws IOException {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (!key.named(checkpoint.origin()).hasSigned(note)) {
            throw new IOException(
                    "the checkpoint of %d entries is not signed by the key %s".formatted(checkpoint.size(), key));
        }
    }

    private static List<Checkpoint> sorted(List<SealedHead> heads, @Nullable SignedNote noted) {
        var all = new ArrayList<Checkpoint>();
        heads.forEach(head -> all.add(head.checkpoint()));
        if (noted != null) {
            all.add(Checkpoint.parse(noted.text()));
        }
        all.sort(Comparator.comparingLong(Checkpoint::size));
        return all;
    }

    private static int say(
            RowSource rows, LeafHashes kept, List<Checkpoint> heads, @Nullable SignedNote noted, boolean faulty) {
        Verdict verdict = new LogVerification(rows, kept, heads).verify();
        System.out.println(verdict.sentence());
        return switch (verdict) {
            case Verdict.Whole whole -> {
                System.out.print(
                        "The last checkpoint that it has:\n" + heads.getLast().text());
                if (noted != null) {
                    System.out.println("It has the checkpoint that you noted.");
                }
                yield faulty ? 1 : 0;
            }
            case Verdict.Altered altered -> {
                System.out.printf("%s at position %d%n", altered.alteration(), altered.position());
                yield 1;
            }
        };
    }
}

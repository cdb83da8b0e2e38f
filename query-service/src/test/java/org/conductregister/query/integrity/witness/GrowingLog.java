package org.conductregister.query.integrity.witness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.RowSource;
import org.conductregister.integrity.SealedHead;
import org.conductregister.integrity.SealingRules;
import org.conductregister.integrity.StoredRow;

/** A log in memory that is sealed. */
final class GrowingLog implements RowSource, AutoCloseable {

    private final List<StoredRow> rows = new CopyOnWriteArrayList<>();
    final LogSealer sealer;

    GrowingLog(Path directory) {
        sealer = new LogSealer(
                this,
                new SealingRules(
                        directory, directory.resolve("signing-key"), "register/witnessed", Duration.ofHours(1), 1_000),
                Clock.systemUTC());
    }

    /** Records entries, and returns the head of all. */
    SealedHead grow(int entries) {
        for (int i = 0; i < entries; i++) {
            long position = rows.size() + 1L;
            rows.add(new StoredRow(
                    position,
                    position,
                    ByteBuffer.allocate(16).putLong(8, position).array(),
                    bytes("Case"),
                    bytes("case/C-1"),
                    position,
                    bytes("note-added"),
                    bytes("1"),
                    bytes("{}"),
                    bytes("{}"),
                    new byte[16],
                    true));
        }
        sealer.sealNow();
        return head();
    }

    SealedHead head() {
        return sealer.head().orElseThrow();
    }

    /** Loses the last entries, as by an older copy put in its place, which somebody says is right. */
    SealedHead cutOffAndAccept(int entries) {
        rows.subList(rows.size() - entries, rows.size()).clear();
        sealer.verifyAll();
        sealer.accept("admin", "restored");
        return head();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<StoredRow> from(long position, int limit) {
        return rows.stream()
                .filter(row -> row.position() >= position)
                .limit(limit)
                .toList();
    }

    @Override
    public void close() {
        sealer.close();
    }
}

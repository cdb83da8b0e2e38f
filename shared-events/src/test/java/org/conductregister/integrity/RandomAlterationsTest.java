package org.conductregister.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.StoredRows;
import org.conductregister.integrity.Verdict.Altered;
import org.conductregister.tlog.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Alters a sealed store at random: each alteration is named with the first position that differs, or, where the kept hashes are
 * altered with it, found by the signed head. The property {@code integrity.alterations} says how many, {@code
 * integrity.entries} of how many entries.
 */
class RandomAlterationsTest {

    private static final int ALTERATIONS = Integer.getInteger("integrity.alterations", 120);
    private static final int ENTRIES = Integer.getInteger("integrity.entries", 3_000);
    private static final int SEALED_EVERY = Math.max(500, ENTRIES / 10);

    private static final List<String> CHANGES = List.of(
            "timeStamp = timeStamp + 1",
            "eventIdentifier = randomblob(16)",
            "type = 'Dove'",
            "aggregateIdentifier = aggregateIdentifier || 'x'",
            "sequenceNumber = sequenceNumber + 1000000",
            "payloadType = 'pigeon.gone'",
            "payloadRevision = '2'",
            "payload = replace(payload, 'grey', 'gray')",
            "payload = payload || ' '",
            "metaData = replace(metaData, 'somebody', 'someone')",
            "salt = randomblob(16)",
            "salt = NULL",
            "payload = metaData, metaData = payload");

    @TempDir
    Path directory;

    private final Random random = new Random(Long.getLong("integrity.seed", 2026));

    /** The alteration that was made, and so what must be said of it. */
    private record Done(Alteration alteration, long position) {}

    @Test
    void eachIsNamedOrFoundByTheHead() throws Exception {
        String url = Store.SQLITE.newUrl(directory);
        var named = new EnumMap<Alteration, Integer>(Alteration.class);
        try (var store = new StoreFixture(url, directory.resolve("sealing"))) {
            store.record(ENTRIES);
            try (var sealer = store.sealer(SEALED_EVERY)) {
                sealer.sealNow();
                var heads =
                        sealer.allHeads().stream().map(SealedHead::checkpoint).toList();
                assertThat(heads).hasSizeGreaterThan(2);
                var kept = keptBy(sealer);
                for (int i = 0; i < ALTERATIONS; i++) {
                    alter(store, kept, heads, named);
                }
            }
            assertThat(new LogVerification(store.rows(), LeafHashes.NONE, List.of()).verify())
                    .isInstanceOf(Verdict.Whole.class);
        }
        System.out.println("Alterations of " + ENTRIES + " entries, as they were named: " + named);
        assertThat(named).hasSize(Alteration.values().length);
    }

    private void alter(StoreFixture store, LeafHashes kept, List<Checkpoint> heads, Map<Alteration, Integer> named)
            throws Exception {
        try (var insider = new Insider(store.database.getConnection())) {
            boolean fits = random.nextInt(3) > 0;
            Done done = alterOne(insider, fits);
            boolean hashesToo = fits && random.nextInt(4) == 0;
            var rows = new StoredRows(insider.view());
            var verdict = new LogVerification(rows, hashesToo ? hashesOf(rows) : kept, heads).verify();

            assertThat(verdict).as("%s", done).isInstanceOf(Altered.class);
            var altered = (Altered) verdict;
            if (hashesToo && altered.alteration() == Alteration.UNLIKE_HEAD) {
                assertThat(altered.position())
                        .isLessThanOrEqualTo(done.position())
                        .isGreaterThan(done.position() - 2L * SEALED_EVERY);
            } else if (fits) {
                assertThat(new Done(altered.alteration(), altered.position())).isEqualTo(done);
            } else {
                assertThat(altered.position()).as("%s is %s", done, altered).isEqualTo(done.position());
            }
            named.merge(altered.alteration(), 1, Integer::sum);
        }
    }

    /** @param fits whether checksums of rows are made to fit; where not, a checksum may tell before anything else does */
    private Done alterOne(Insider insider, boolean fits) {
        long position = 1L + random.nextInt(ENTRIES);
        return switch (random.nextInt(9)) {
            case 0, 1 -> change(insider, position, fits);
            case 2 -> {
                insider.execute("DELETE FROM DomainEventEntry WHERE globalIndex = %d", position);
                yield removed(position);
            }
            case 3 -> {
                insider.execute("DELETE FROM DomainEventEntry WHERE globalIndex = %d", position);
                insider.shift(position + 1, -1);
                makeFit(insider, position, fits);
                yield removed(position);
            }
            case 4 -> insert(insider, position, fits);
            case 5, 6 -> swap(insider, fits);
            case 7 -> {
                insider.execute("DELETE FROM DomainEventEntry WHERE globalIndex >= %d", position);
                yield new Done(Alteration.CUT_OFF, position);
            }
            default -> {
                if (random.nextBoolean()) {
                    insider.execute("UPDATE DomainEventEntry SET globalIndex = -3 WHERE globalIndex = %d", position);
                    makeFit(insider, -3, fits);
                    yield new Done(Alteration.INSERTED, -3);
                }
                insider.execute("UPDATE DomainEventEntry SET checksum = checksum + 1 WHERE globalIndex = %d", position);
                yield new Done(Alteration.CHANGED, position);
            }
        };
    }

    private static Done removed(long position) {
        return new Done(position == ENTRIES ? Alteration.CUT_OFF : Alteration.REMOVED, position);
    }

    private Done change(Insider insider, long position, boolean fits) {
        String change = CHANGES.get(random.nextInt(CHANGES.size()));
        insider.execute("UPDATE DomainEventEntry SET " + change + " WHERE globalIndex = %d", position);
        if (fits) {
            insider.makeChecksumsFit(position, position);
        }
        return new Done(Alteration.CHANGED, position);
    }

    private Done insert(Insider insider, long position, boolean fits) {
        insider.shift(position, 1);
        insider.execute("""
                INSERT INTO DomainEventEntry SELECT %d, timeStamp, randomblob(16), type, 'pigeon/forged', 0, payloadType,
                    payloadRevision, payload, metaData, checksum, randomblob(16)
                FROM DomainEventEntry WHERE globalIndex = %d""", position, position + 1);
        makeFit(insider, position, fits);
        return new Done(Alteration.INSERTED, position);
    }

    private Done swap(Insider insider, boolean fits) {
        long one = 1L + random.nextInt(ENTRIES - 1);
        long other = one + 1 + random.nextInt((int) (ENTRIES - one));
        insider.execute("UPDATE DomainEventEntry SET globalIndex = -1 WHERE globalIndex = %d", one);
        insider.execute("UPDATE DomainEventEntry SET globalIndex = %d WHERE globalIndex = %d", one, other);
        insider.execute("UPDATE DomainEventEntry SET globalIndex = %d WHERE globalIndex = -1", other);
        if (random.nextBoolean()) {
            String instant = insider.only("SELECT timeStamp FROM DomainEventEntry WHERE globalIndex = %d", one);
            insider.execute("""
                    UPDATE DomainEventEntry SET timeStamp =
                        (SELECT timeStamp FROM DomainEventEntry WHERE globalIndex = %d) WHERE globalIndex = %d""", other, one);
            insider.execute("UPDATE DomainEventEntry SET timeStamp = %s WHERE globalIndex = %d", instant, other);
        }
        if (fits) {
            insider.makeChecksumsFit(one, one);
            insider.makeChecksumsFit(other, other);
        }
        return new Done(Alteration.SWAPPED, one);
    }

    private static void makeFit(Insider insider, long from, boolean fits) {
        if (fits) {
            insider.makeChecksumsFit(from, Long.MAX_VALUE);
        }
    }

    private static LeafHashes keptBy(LogSealer sealer) {
        return kept(sealer.tiles().read(0, 0, ENTRIES));
    }

    /** The hashes of the leaves, made anew of what was altered. */
    private static LeafHashes hashesOf(RowSource rows) {
        var leaf = new EntryLeaf();
        var hashes = new ByteArrayOutputStream();
        rows.from(1, Integer.MAX_VALUE).forEach(row -> hashes.writeBytes(leaf.hashOf(row)));
        return kept(hashes.toByteArray());
    }

    private static LeafHashes kept(byte[] hashes) {
        return new LeafHashes() {
            @Override
            public long size() {
                return hashes.length / 32;
            }

            @Override
            public byte[] read(long first, int count) {
                return Arrays.copyOfRange(hashes, (int) first * 32, ((int) first + count) * 32);
            }
        };
    }
}

package org.conductregister.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.conductregister.eventstore.Store;
import org.conductregister.tlog.Checkpoint;
import org.conductregister.tlog.MerkleProofs;
import org.conductregister.tlog.SignerKey;
import org.conductregister.tlog.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogSealerTest {

    @TempDir
    Path directory;

    private StoreFixture store() {
        return store(Store.SQLITE.newUrl(directory));
    }

    private StoreFixture store(String url) {
        return new StoreFixture(url, directory.resolve("sealing"));
    }

    @ParameterizedTest
    @EnumSource
    void everyEntryIsALeafInTheOrderOfTheLog(Store kind) {
        try (var store = store(kind.newUrl(directory))) {
            store.record(700);
            try (var sealer = store.sealer()) {
                sealer.sealNow();

                var head = sealer.head().orElseThrow().checkpoint();
                assertThat(head.size()).isEqualTo(700);
                var leaf = new EntryLeaf();
                for (var row : store.rows().from(1, 700)) {
                    long index = row.position() - 1;
                    var proof = sealer.tree().inclusionProof(index, 700);
                    assertThat(MerkleProofs.includes(head.root(), 700, leaf.hashOf(row), index, proof))
                            .isTrue();
                }
                assertThat(sealer.verifyAll()).isInstanceOf(Verdict.Whole.class);
            }
        }
    }

    @Test
    void anEmptyLogHasAHeadToo() {
        try (var store = store();
                var sealer = store.sealer()) {
            sealer.follow();

            assertThat(sealer.head().orElseThrow().checkpoint().size()).isZero();
        }
    }

    @Test
    void aHeadIsSignedWhenSoManyEntriesHaveComeAndNotBefore() {
        try (var store = store();
                var sealer = store.sealer(1_500)) {
            sealer.follow();
            store.record(1_000);
            sealer.follow();
            assertThat(sizes(sealer)).containsExactly(0L);
            store.record(3_200);
            sealer.follow();
            assertThat(sizes(sealer)).containsExactly(0L, 2_000L, 4_000L);
            sealer.sealNow();
            sealer.sealNow();
            assertThat(sizes(sealer)).containsExactly(0L, 2_000L, 4_000L, 4_200L);
        }
    }

    private static List<Long> sizes(LogSealer sealer) {
        return sealer.allHeads().stream().map(head -> head.checkpoint().size()).toList();
    }

    @Test
    void headsAreSignedByOneKeyOverAllStartsAndExtendOneAnother() {
        try (var store = store()) {
            for (int start = 0; start < 3; start++) {
                store.record(10);
                try (var sealer = store.sealer()) {
                    sealer.sealNow();
                }
            }
            try (var sealer = store.sealer()) {
                var key = VerifierKey.parse(sealer.state().verifierKey());
                var heads = sealer.allHeads();
                assertThat(heads).allMatch(head -> key.hasSigned(head.note()));
                for (int i = 1; i < heads.size(); i++) {
                    Checkpoint from = heads.get(i - 1).checkpoint();
                    Checkpoint to = heads.get(i).checkpoint();
                    assertThat(MerkleProofs.extendsTree(
                                    from.root(),
                                    from.size(),
                                    to.root(),
                                    to.size(),
                                    sealer.tree().consistencyProof(from.size(), to.size())))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aStoreOfYesterdayIsNotSignedOverUntilAnAdministratorAcceptsIt() throws Exception {
        String url = Store.SQLITE.newUrl(directory);
        Path backup = directory.resolve("backup.db");
        try (var store = store(url);
                var sealer = store.sealer()) {
            store.record(50);
            sealer.sealNow();
            store.execute("VACUUM INTO '" + backup + "'");
            store.record(50);
            sealer.sealNow();
        }
        try (var restored = store(Store.sqliteUrl(backup))) {
            try (var sealer = restored.sealer()) {
                sealer.sealNow();
                assertThat(sealer.state().contradiction())
                        .extracting(Verdict.Altered::alteration, Verdict.Altered::position)
                        .containsExactly(Alteration.CUT_OFF, 51L);
                assertThat(sealer.head().orElseThrow().checkpoint().size()).isEqualTo(100);
            }
            restored.record(80);
            try (var sealer = restored.sealer()) {
                sealer.sealNow();
                assertThat(sealer.state().contradiction())
                        .extracting(Verdict.Altered::alteration, Verdict.Altered::position)
                        .containsExactly(Alteration.CHANGED, 51L);
                assertThat(sealer.head().orElseThrow().checkpoint().size()).isEqualTo(100);

                var accepted = sealer.accept("admin", "The disk failed; restored from the backup of yesterday.");

                assertThat(accepted.origin()).isEqualTo("register/test/2");
                assertThat(sealer.state().contradiction()).isNull();
                assertThat(sealer.head().orElseThrow().checkpoint())
                        .extracting(Checkpoint::origin, Checkpoint::size)
                        .containsExactly("register/test/2", 130L);
                assertThat(VerifierKey.parse(sealer.state().verifierKey())
                                .hasSigned(sealer.head().orElseThrow().note()))
                        .isTrue();
                assertThatIllegalStateException().isThrownBy(() -> sealer.accept("admin", "again"));
            }
            try (var sealer = restored.sealer()) {
                assertThat(sealer.state().accepted()).hasSize(1);
                assertThat(sealer.state().contradiction()).isNull();
                assertThat(sealer.verifyAll()).isInstanceOf(Verdict.Whole.class);
            }
        }
    }

    @Test
    void anEntryChangedWhileTheRegisterRanIsFoundAlsoBeforeItWasSealed() {
        try (var store = store();
                var sealer = store.sealer()) {
            store.record(10);
            sealer.sealNow();
            store.record(5);
            sealer.follow();
            store.execute("UPDATE DomainEventEntry SET salt = randomblob(16) WHERE globalIndex = 15");
            sealer.follow();

            assertThat(sealer.state().contradiction())
                    .extracting(Verdict.Altered::alteration, Verdict.Altered::position)
                    .containsExactly(Alteration.CHANGED, 15L);
            store.record(1);
            sealer.sealNow();
            assertThat(sizes(sealer)).endsWith(10L);
        }
    }

    @Test
    void anEntryOfTheNewestPartThatWasChangedBetweenTwoStartsIsFoundAtTheStart() {
        try (var store = store()) {
            try (var sealer = store.sealer()) {
                store.record(30);
                sealer.sealNow();
            }
            store.execute("UPDATE DomainEventEntry SET payload = payload || ' ' WHERE globalIndex = 12");
            try (var sealer = store.sealer()) {
                assertThat(sealer.state().contradiction())
                        .extracting(Verdict.Altered::alteration, Verdict.Altered::position)
                        .containsExactly(Alteration.CHANGED, 12L);
            }
        }
    }

    @Test
    void hashesThatAreLostOrDamagedAreMadeAnewFromTheLog() throws Exception {
        try (var store = store()) {
            store.record(600);
            try (var sealer = store.sealer()) {
                sealer.sealNow();
            }
            Path hashes = store.sealing.resolve("hashes-0");
            byte[] whole = Files.readAllBytes(hashes);
            byte[] damaged = whole.clone();
            Arrays.fill(damaged, 32 * 100, 32 * 200, (byte) 0);
            for (byte[] found : List.of(new byte[0], damaged, Arrays.copyOf(whole, 999))) {
                Files.write(hashes, found);
                try (var sealer = store.sealer()) {
                    sealer.sealNow();
                    sealer.sealNow();
                    assertThat(sealer.state().contradiction()).isNull();
                    assertThat(sealer.verifyAll()).isInstanceOf(Verdict.Whole.class);
                }
                assertThat(hashes).hasBinaryContent(whole);
            }
        }
    }

    @Test
    void aHeadThatWasBegunWhenThePowerFailedIsDropped() throws Exception {
        try (var store = store()) {
            store.record(10);
            try (var sealer = store.sealer()) {
                sealer.sealNow();
            }
            Path heads = store.sealing.resolve("checkpoints.ndjson");
            Files.writeString(heads, "{\"at\":\"2026-", StandardOpenOption.APPEND);
            store.record(10);
            try (var sealer = store.sealer()) {
                sealer.sealNow();
                assertThat(sizes(sealer)).containsExactly(10L, 20L);
            }
        }
    }

    @Test
    void withoutTheKeyOrWithHeadsOfAnotherNothingIsSigned() throws Exception {
        try (var store = store()) {
            store.record(10);
            try (var sealer = store.sealer()) {
                sealer.sealNow();
            }
            Path key = store.sealing.resolve("signing-key");
            Files.delete(key);
            assertThatExceptionOfType(HeadsUnreadableException.class)
                    .isThrownBy(store::sealer)
                    .withMessageContaining("signing-key");
            Files.writeString(key, SignerKey.generate("register/test").lines());
            assertThatExceptionOfType(HeadsUnreadableException.class)
                    .isThrownBy(store::sealer)
                    .withMessageContaining("not signed by the key");
            Files.writeString(key, "nonsense");
            assertThatExceptionOfType(HeadsUnreadableException.class).isThrownBy(store::sealer);
        }
    }
}

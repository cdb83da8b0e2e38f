package org.conductregister.integrity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.conductregister.integrity.SealingState.Verification;
import org.conductregister.integrity.Verdict.Altered;
import org.conductregister.tlog.Checkpoint;
import org.conductregister.tlog.MerkleTree;
import org.conductregister.tlog.SignedNote;
import org.conductregister.tlog.SignerKey;
import org.conductregister.tlog.TileFiles;
import org.conductregister.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * Lets the tree grow with the log, and signs its heads. A head that contradicts one signed before is never signed: where the
 * log is not what it was, that is the state until an administrator {@linkplain #accept accepts} it, which gives the log
 * another name. Thread-safe.
 */
public final class LogSealer implements AutoCloseable {

    private static final int PAGE = 1_000;

    private final RowSource rows;
    private final SealingRules rules;
    private final Clock clock;
    private final CheckpointFile heads;
    private final SignerKey key;
    private final LogTree tree;

    private volatile @Nullable Altered contradiction;
    private volatile @Nullable Verification verified;
    private volatile @Nullable String trouble;
    private Instant lastSealed = Instant.EPOCH;

    /**
     * Opens what was sealed before, and checks the newest part of it. Where the kept hashes are not those of the last head,
     * all are made anew, which takes as long as reading the log.
     *
     * @throws HeadsUnreadableException if the key or the heads cannot be read
     */
    public LogSealer(RowSource rows, SealingRules rules, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.clock = clock;
        makeDirectory(rules);
        this.heads = new CheckpointFile(rules.heads());
        this.key = SigningKeyFile.read(rules.key(), rules.origin(), heads.count() == 0);
        long sealed = heads.last().map(last -> last.checkpoint().size()).orElse(0L);
        this.tree = new LogTree(rows, rules.directory(), sealed);
        heads.last().ifPresent(this::checkNewest);
    }

    private static void makeDirectory(SealingRules rules) {
        try {
            Files.createDirectories(rules.directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkNewest(SealedHead last) {
        requireOwn(last);
        if (!hasRootOf(last.checkpoint())) {
            tree.clear();
            while (tree.size() < last.checkpoint().size()) {
                long before = tree.size();
                Optional<Altered> fault =
                        tree.grow((int) Math.min(PAGE, last.checkpoint().size() - before));
                if (fault.isPresent() || tree.size() == before) {
                    break;
                }
            }
        }
        Optional<Altered> fault = tree.faultInLast(rules.entries());
        if (!hasRootOf(last.checkpoint()) || fault.isPresent()) {
            contradict(fault);
        }
    }

    /** A head of another key was put there by somebody else. */
    private void requireOwn(SealedHead last) {
        if (!signer(last.checkpoint().origin()).verifier().hasSigned(last.note())) {
            throw new HeadsUnreadableException(
                    "The last head in %s was not signed by the key of this register.".formatted(rules.heads()), null);
        }
    }

    private boolean hasRootOf(Checkpoint head) {
        return head.size() <= tree.size() && Arrays.equals(tree.merkle().root(head.size()), head.root());
    }

    /**
     * Finds out how the log contradicts its heads.
     *
     * @param fault how it differs from the hashes
     */
    private void contradict(Optional<Altered> fault) {
        if (verifyAll() instanceof Verdict.Whole whole) {
            if (fault.isPresent() && fault.get().position() > whole.sealed()) {
                contradiction = fault.get();
            } else {
                // The entries are what was signed, so it is the hashes that are not
                tree.clear();
            }
        }
    }

    /**
     * Takes in what the log has got since, and signs a head where enough has come together or waited for long enough.
     *
     * @throws org.axonframework.eventsourcing.eventstore.EventStoreException if the log cannot be read
     */
    public synchronized void follow() {
        if (contradiction != null) {
            return;
        }
        Optional<Altered> changed = tree.faultInLast(1);
        if (changed.isPresent()) {
            contradict(changed);
        }
        boolean more = contradiction == null;
        while (more) {
            long before = tree.size();
            Optional<Altered> fault = tree.grow(PAGE);
            fault.ifPresent(altered -> contradiction = altered);
            more = fault.isEmpty() && tree.size() - before == PAGE;
            if (unsealed() >= rules.entries()) {
                seal();
            }
        }
        if (contradiction == null && (heads.last().isEmpty() || isDue())) {
            seal();
        }
    }

    private boolean isDue() {
        return unsealed() > 0 && !clock.instant().isBefore(lastSealed.plus(rules.every()));
    }

    private long unsealed() {
        return tree.size() - heads.last().map(last -> last.checkpoint().size()).orElse(0L);
    }

    /** Takes in what the log has got since, and signs a head of all of it. */
    public synchronized void sealNow() {
        follow();
        if (contradiction == null && unsealed() > 0) {
            seal();
        }
    }

    private void seal() {
        Optional<SealedHead> last = heads.last();
        if (last.isPresent() && !hasRootOf(last.get().checkpoint())) {
            contradict(Optional.empty());
            return;
        }
        tree.sync();
        var head = new Checkpoint(origin(), tree.size(), tree.merkle().root(tree.size()));
        Instant now = clock.instant();
        heads.append(new SealedHead(now, head, signer(head.origin()).sign(head.text())));
        lastSealed = now;
    }

    private String origin() {
        List<AcceptedChange> accepted = heads.accepted();
        return accepted.isEmpty() ? key.verifier().name() : accepted.getLast().origin();
    }

    private SignerKey signer(String origin) {
        return origin.equals(key.verifier().name()) ? key : key.named(origin);
    }

    /**
     * Reads all of the log and compares it with every head. What is found is part of the state from then on.
     *
     * @throws org.axonframework.eventsourcing.eventstore.EventStoreException if the log cannot be read
     */
    public Verdict verifyAll() {
        var all = heads.heads().stream().map(SealedHead::checkpoint).toList();
        Verdict verdict = new LogVerification(rows, tree, all).verify();
        verified = new Verification(clock.instant(), verdict);
        if (verdict instanceof Altered altered) {
            contradiction = altered;
        }
        return verdict;
    }

    /**
     * Goes on with a log that contradicts its heads, under another name. Heads of the name before stay as they are.
     *
     * @param by who says so
     * @param reason why it is right
     * @throws IllegalStateException if the log does not contradict its heads
     */
    public synchronized AcceptedChange accept(String by, String reason) {
        Altered altered = contradiction;
        if (altered == null) {
            throw new IllegalStateException("The log does not contradict its heads");
        }
        int number = heads.accepted().size() + 2;
        var change = new AcceptedChange(
                clock.instant(),
                by,
                reason,
                altered.sentence(),
                "%s/%d".formatted(key.verifier().name(), number));
        heads.append(change);
        tree.clear();
        verified = null;
        contradiction = null;
        sealNow();
        return change;
    }

    /**
     * Has a log moved in while nothing is sealed, and goes on with the heads that came with it where they are of this key.
     *
     * @param moving fills the empty log
     * @param from the heads that came with it, in order
     * @return whether they go on here
     */
    public synchronized boolean moveIn(Runnable moving, List<SealedHead> from) {
        moving.run();
        VerifierKey own = signer(origin()).verifier();
        boolean goOn = unsealedIsAll()
                && from.stream()
                        .allMatch(head -> head.checkpoint().origin().equals(own.name()) && own.hasSigned(head.note()));
        if (goOn) {
            heads.appendAll(from);
        }
        sealNow();
        return goOn;
    }

    private boolean unsealedIsAll() {
        return heads.last().map(last -> last.checkpoint().size() == 0).orElse(true);
    }

    /** Has something to say where the last attempt to seal failed; null where it did not. */
    public void reportTrouble(@Nullable String sentence) {
        trouble = sentence;
    }

    /** Returns how sealing does. */
    public SealingState state() {
        return new SealingState(
                verifier().toString(),
                heads.last().orElse(null),
                heads.count(),
                verified,
                contradiction,
                trouble,
                heads.accepted());
    }

    /** Returns the key that verifies heads of the log's present name. */
    public VerifierKey verifier() {
        return signer(origin()).verifier();
    }

    /** Returns the last head; empty where none is signed yet. */
    public Optional<SealedHead> head() {
        return heads.last();
    }

    /** Returns the tree up to the last head at least. */
    public MerkleTree tree() {
        return tree.merkle();
    }

    /** Returns the hashes of the tree. */
    public TileFiles tiles() {
        return tree.tiles();
    }

    /**
     * Keeps the last head with further signatures, of those who saw it too, beside those that it has.
     *
     * @return false where a later head has been signed meanwhile
     */
    public synchronized boolean cosigned(SealedHead head, List<SignedNote.Signature> cosignatures) {
        Optional<SealedHead> last = heads.last().filter(now -> now.checkpoint().equals(head.checkpoint()));
        last.ifPresent(now -> heads.append(
                new SealedHead(now.sealedAt(), now.checkpoint(), now.note().with(cosignatures))));
        return last.isPresent();
    }

    /** Signs another text, such as the digest of an export, with the key of the log. */
    public SignedNote sign(String text) {
        return signer(origin()).sign(text);
    }

    /** Returns all heads of the log's present name, in order. Reads them from the disk. */
    public List<SealedHead> allHeads() {
        return heads.heads();
    }

    @Override
    public synchronized void close() {
        tree.close();
        heads.close();
    }
}

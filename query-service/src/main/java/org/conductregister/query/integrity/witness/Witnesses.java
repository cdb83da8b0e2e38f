package org.conductregister.query.integrity.witness;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.SealedHead;
import org.conductregister.tlog.MalformedNoteException;
import org.conductregister.tlog.SignedNote;
import org.conductregister.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;

/** All witnesses of the log. They are added before the first head is offered; otherwise thread-safe. */
public final class Witnesses implements AutoCloseable {

    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Clock clock;
    private final Duration retry;
    private final Duration patience;
    private final List<Presenter> presenters = new ArrayList<>();
    private @Nullable WitnessCalls calls;

    public Witnesses(Clock clock) {
        this(clock, RETRY, PATIENCE);
    }

    /**
     * @param retry how long is waited after a failure
     * @param patience how long an answer is waited for
     */
    Witnesses(Clock clock, Duration retry, Duration patience) {
        this.clock = clock;
        this.retry = retry;
        this.patience = patience;
    }

    /** Adds a file to which each head is appended. */
    public void addFile(Path file) {
        add(new FileWitness(file));
    }

    /** Adds an address to which each head is posted. */
    public void addWebhook(URI address) {
        add(new WebhookWitness(calls(), address));
    }

    /** Adds the log of the program, which gets a line for each head. */
    public void addPrint() {
        add(new PrintedWitness());
    }

    /** Adds somebody who signs heads too, by C2SP's tlog-witness. */
    public void addCosigner(URI address, VerifierKey key) {
        add(new CosigningWitness(calls(), address, key, clock));
    }

    private void add(Witness witness) {
        presenters.add(new Presenter(witness, retry, clock));
    }

    private WitnessCalls calls() {
        WitnessCalls made = calls;
        if (made == null) {
            made = new WitnessCalls(patience);
            calls = made;
        }
        return made;
    }

    /** Has the head shown to all who have not seen it. Returns at once. */
    public void offer(SealedHead head, LogSealer sealer) {
        presenters.forEach(presenter -> presenter.offer(head, sealer));
    }

    /** Returns how far each has seen the log, in the order in which they were added. */
    public List<WitnessState> states() {
        return presenters.stream().map(Presenter::state).toList();
    }

    /** Returns the signatures of a head by witnesses that are configured and whose signatures fit. */
    public List<Cosignature> cosignaturesOf(SealedHead head) {
        var found = new ArrayList<Cosignature>();
        for (Presenter presenter : presenters) {
            if (presenter.witness() instanceof CosigningWitness cosigner) {
                cosignature(cosigner.key(), head.note()).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Cosignature> cosignature(VerifierKey key, SignedNote note) {
        try {
            return key.hasSigned(note)
                    ? note.signatures().stream()
                            .filter(key::isOfThisKey)
                            .findFirst()
                            .flatMap(key::signedAt)
                            .map(at -> new Cosignature(key.name(), at))
                    : Optional.empty();
        } catch (MalformedNoteException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        presenters.forEach(Presenter::close);
        if (calls != null) {
            calls.close();
        }
    }
}

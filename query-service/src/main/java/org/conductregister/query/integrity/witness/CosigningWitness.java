package org.conductregister.query.integrity.witness;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.SealedHead;
import org.conductregister.query.integrity.witness.WitnessCalls.Answer;
import org.conductregister.tlog.MalformedNoteException;
import org.conductregister.tlog.SignedNote;
import org.conductregister.tlog.VerifierKey;

/**
 * A witness of C2SP's tlog-witness: it is sent a head with the proof that the log only grew since the last one it saw, and signs
 * it too. Its signature joins the checkpoint, once it is checked.
 */
final class CosigningWitness implements Witness {

    private static final int OK = 200;
    private static final int CONFLICT = 409;

    /** A witness whose clock is further off than this is not believed. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(24);

    private final WitnessCalls calls;
    private final URI address;
    private final VerifierKey key;
    private final Clock clock;

    /** The log that it has seen, and how much of it. */
    private String origin = "";

    private long seen;

    /** @param address the submission prefix, to which {@code /add-checkpoint} is added */
    CosigningWitness(WitnessCalls calls, URI address, VerifierKey key, Clock clock) {
        this.calls = calls;
        this.address = address;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public String name() {
        return key.name();
    }

    @Override
    public WitnessKind kind() {
        return WitnessKind.COSIGNER;
    }

    VerifierKey key() {
        return key;
    }

    @Override
    public void show(SealedHead head, LogSealer sealer) throws IOException, InterruptedException {
        if (!origin.equals(head.checkpoint().origin())) {
            origin = head.checkpoint().origin();
            seen = 0;
        }
        Answer answer = send(head, sealer);
        if (answer.status() == CONFLICT) {
            seen = sizeIn(answer.body(), head);
            answer = send(head, sealer);
        }
        if (answer.status() != OK) {
            throw new IOException("It answered with %d: %s"
                    .formatted(answer.status(), answer.body().strip()));
        }
        sealer.cosigned(head, List.of(cosignature(head, answer.body())));
        seen = head.checkpoint().size();
    }

    private Answer send(SealedHead head, LogSealer sealer) throws IOException, InterruptedException {
        var body = new StringBuilder("old %d\n".formatted(seen));
        for (byte[] hash :
                sealer.tree().consistencyProof(seen, head.checkpoint().size())) {
            body.append(Base64.getEncoder().encodeToString(hash)).append('\n');
        }
        body.append('\n').append(head.note());
        return calls.post(URI.create(address + "/add-checkpoint"), body.toString());
    }

    private static long sizeIn(String body, SealedHead head) throws IOException {
        long size;
        try {
            size = Long.parseLong(body.strip());
        } catch (NumberFormatException e) {
            throw new IOException("It does not say how many entries it has seen.", e);
        }
        if (size < 0 || size > head.checkpoint().size()) {
            throw new IOException(
                    "It says that it has seen %d entries of this log, which has %d: the log was cut off, or it is wrong."
                            .formatted(size, head.checkpoint().size()));
        }
        return size;
    }

    private SignedNote.Signature cosignature(SealedHead head, String lines) throws IOException {
        var valid = new ArrayList<SignedNote.Signature>();
        try {
            for (String line : lines.strip().split("\n", -1)) {
                var signature = SignedNote.Signature.parse(line);
                if (key.isOfThisKey(signature)
                        && key.hasSigned(new SignedNote(head.note().text(), List.of(signature)))) {
                    valid.add(signature);
                }
            }
        } catch (MalformedNoteException e) {
            throw new IOException("It signed something else: " + e.getMessage(), e);
        }
        if (valid.isEmpty()) {
            throw new IOException("It did not sign with the key that is configured for it.");
        }
        requireCredible(valid.getFirst());
        return valid.getFirst();
    }

    private void requireCredible(SignedNote.Signature signature) throws IOException {
        Instant now = clock.instant();
        boolean credible = key.signedAt(signature)
                .filter(at -> at.isAfter(now.minus(CLOCKS_DIFFER)) && at.isBefore(now.plus(CLOCKS_DIFFER)))
                .isPresent();
        if (!credible) {
            throw new IOException("It says that it signed at a time that is more than a day from now.");
        }
    }
}

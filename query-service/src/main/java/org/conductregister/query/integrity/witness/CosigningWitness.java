package org.conductregister.query.integrity.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.SealedHead;
import org.conductregister.tlog.MalformedNoteException;
import org.conductregister.tlog.SignedNote;
import org.conductregister.tlog.VerifierKey;

/**
 * A witness of C2SP's tlog-witness: it is sent a head with the proof that the log only grew since the last one it saw, and signs
 * it too. Its signature joins the checkpoint. Used by one thread.
 */
final class CosigningWitness implements Witness {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CONFLICT = 409;
    private static final int OK = 200;

    private final HttpClient http;
    private final URI address;
    private final VerifierKey key;
    private long seen;

    /** @param address the submission prefix */
    CosigningWitness(HttpClient http, URI address, VerifierKey key) {
        this.http = http;
        this.address = address;
        this.key = key;
    }

    @Override
    public String name() {
        return key.name();
    }

    @Override
    public void show(SealedHead head, LogSealer sealer) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(head, sealer);
        if (answer.statusCode() == CONFLICT) {
            seen = size(answer.body(), head);
            answer = send(head, sealer);
        }
        if (answer.statusCode() != OK) {
            throw new IOException("answered with %d: %s"
                    .formatted(answer.statusCode(), answer.body().strip()));
        }
        sealer.cosigned(head, cosignatures(head, answer.body()));
        seen = head.checkpoint().size();
    }

    private HttpResponse<String> send(SealedHead head, LogSealer sealer) throws IOException, InterruptedException {
        var body = new StringBuilder("old %d\n".formatted(seen));
        for (byte[] hash :
                sealer.tree().consistencyProof(seen, head.checkpoint().size())) {
            body.append(Base64.getEncoder().encodeToString(hash)).append('\n');
        }
        body.append('\n').append(head.note());
        var request = HttpRequest.newBuilder(URI.create(address + "/add-checkpoint"))
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static long size(String body, SealedHead head) throws IOException {
        try {
            long size = Long.parseLong(body.strip());
            if (size >= 0 && size <= head.checkpoint().size()) {
                return size;
            }
            throw new IOException("has seen %d entries, and the log has %d"
                    .formatted(size, head.checkpoint().size()));
        } catch (NumberFormatException e) {
            throw new IOException("does not say how many entries it has seen", e);
        }
    }

    private List<SignedNote.Signature> cosignatures(SealedHead head, String lines) throws IOException {
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
            throw new IOException("signed something else: " + e.getMessage(), e);
        }
        if (valid.isEmpty()) {
            throw new IOException("did not sign with the key that is configured for it");
        }
        return valid;
    }
}

package org.conductregister.query.integrity.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.SealedHead;

/** An address to which heads are posted as signed notes. */
record WebhookWitness(HttpClient http, URI address) implements Witness {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return address.toString();
    }

    @Override
    public void show(SealedHead head, LogSealer sealer) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(head.note().toString()))
                .build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status >= 300) {
            throw new IOException("answered with %d".formatted(status));
        }
    }
}

package org.conductregister.query.integrity.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls of witnesses over HTTP, which are not trusted: an answer is waited for only so long, until its end, and may
 * not be long. Redirections are not followed. Thread-safe.
 */
final class WitnessCalls implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Longer than the signatures of any witness. */
    private static final int LONGEST_ANSWER = 16 * 1024;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Duration patience;

    /** @param patience for how long an answer is waited for */
    WitnessCalls(Duration patience) {
        this.patience = patience;
    }

    /** An answer, whatever its status. */
    record Answer(int status, String body) {}

    /**
     * Posts a text.
     *
     * @throws IOException if there is no whole answer in time, or it is too long
     */
    Answer post(URI address, String text) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(text))
                .build();
        var asked = http.sendAsync(request, info -> new ShortBody(LONGEST_ANSWER));
        try {
            var answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(answer.statusCode(), answer.body());
        } catch (TimeoutException e) {
            throw new IOException("It did not answer within %d seconds.".formatted(patience.toSeconds()), e);
        } catch (ExecutionException e) {
            throw new IOException("It could not be reached: " + e.getCause(), e);
        } finally {
            asked.cancel(true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}

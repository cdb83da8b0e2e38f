package org.conductregister.query.integrity.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.SealedHead;
import org.conductregister.platform.Background;
import org.conductregister.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the newest head to all witnesses, on a thread of its own: who is slow misses heads in between, which later ones stand
 * for too. Who cannot be reached is tried again. Thread-safe.
 */
public final class Witnesses implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Witnesses.class);

    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final List<Witness> all = new ArrayList<>();
    private final Map<Witness, Long> shown = new HashMap<>();
    private @Nullable HttpClient http;

    private final Semaphore changed = new Semaphore(0);

    private volatile @Nullable SealedHead newest;
    private volatile @Nullable LogSealer sealer;
    private @Nullable Thread thread;
    private volatile boolean closed;

    /** Adds a file to which each head is appended as a signed note with an empty line behind it. */
    public void addFile(Path file) {
        all.add(new Witness() {
            @Override
            public String name() {
                return file.toString();
            }

            @Override
            public void show(SealedHead head, LogSealer of) throws IOException {
                Files.writeString(
                        file,
                        head.note() + "\n",
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.SYNC);
            }
        });
    }

    /** Adds an address to which each head is posted as a signed note. */
    public void addWebhook(URI address) {
        all.add(new WebhookWitness(http(), address));
    }

    /** Adds the log of the program, which gets a line for each head. */
    public void addPrint() {
        all.add(new Witness() {
            @Override
            public String name() {
                return "the log of the program";
            }

            @Override
            public void show(SealedHead head, LogSealer of) {
                log.info("Sealed: {}", head.checkpoint().text().strip().replace('\n', ' '));
            }
        });
    }

    /** Adds somebody who signs heads too, by C2SP's tlog-witness. */
    public void addCosigner(URI address, VerifierKey key) {
        all.add(new CosigningWitness(http(), address, key));
    }

    private synchronized HttpClient http() {
        HttpClient made = http;
        if (made == null) {
            made = HttpClient.newBuilder().connectTimeout(CONNECT).build();
            http = made;
        }
        return made;
    }

    /** Has the head shown to all who have not seen it. Returns at once. */
    public synchronized void offer(SealedHead head, LogSealer of) {
        if (all.isEmpty() || closed || (newest != null && newest.checkpoint().equals(head.checkpoint()))) {
            return;
        }
        newest = head;
        sealer = of;
        if (thread == null) {
            thread = Background.threads("log-witnesses").newThread(this::showAll);
            thread.start();
        }
        changed.release();
    }

    private boolean hasSeen(Witness witness, SealedHead head) {
        return shown.getOrDefault(witness, -1L) == head.checkpoint().size();
    }

    private void showAll() {
        try {
            while (!closed) {
                SealedHead head = newest;
                for (Witness witness : all) {
                    if (head != null) {
                        show(witness, head);
                    }
                }
                if (changed.tryAcquire(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                    changed.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(Witness witness, SealedHead head) throws InterruptedException {
        LogSealer of = sealer;
        if (of == null || hasSeen(witness, head)) {
            return;
        }
        try {
            witness.show(head, of);
            shown.put(witness, head.checkpoint().size());
        } catch (IOException e) {
            log.warn(
                    "The head of {} entries could not be shown to {}: {}",
                    head.checkpoint().size(),
                    witness.name(),
                    e.toString());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
        if (http != null) {
            http.shutdownNow();
        }
    }
}

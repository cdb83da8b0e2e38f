package org.conductregister.query.projections;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.pointintime.Head;
import org.jspecify.annotations.Nullable;

/** A view that lists the entries of each record by position, and fails as a test wants it to. */
final class RecordingView implements View {

    private final boolean inMemory;
    private final Head head = new Head();
    private final TreeMap<Long, RecordedEntry> takenIn = new TreeMap<>();
    private final List<Long> order = new CopyOnWriteArrayList<>();
    private volatile List<RecordedEntry> shown = List.of();

    /** The commits, in order. */
    final List<Head.At> commits = new CopyOnWriteArrayList<>();

    /** Up to where it was kept, each time that it was. */
    final List<Long> kept = new CopyOnWriteArrayList<>();

    volatile Predicate<RecordedEntry> refuses = entry -> false;
    volatile boolean storeDown;

    /** To be run as if what is stored of it were damaged. */
    volatile Runnable damaged = () -> {};

    RecordingView(boolean inMemory) {
        this.inMemory = inMemory;
    }

    @Override
    public String name() {
        return "view";
    }

    @Override
    public boolean isKeptByCheckpoints() {
        return inMemory;
    }

    @Override
    public boolean isCountedFrom() {
        return inMemory;
    }

    @Override
    public void onDamage(Runnable rebuild) {
        damaged = rebuild;
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public CompletableFuture<Boolean> keep() {
        if (takenIn.lastKey() > head.now().position()) {
            return CompletableFuture.completedFuture(false);
        }
        kept.add(head.now().position());
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public void apply(RecordedEntry entry) {
        awaitUninterruptibly(goesOn);
        if (refuses.test(entry)) {
            throw new IllegalStateException("cannot make sense of it");
        }
        if (takenIn.put(entry.position(), entry) == null) {
            order.add(entry.position());
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void commit(long position, Instant recordedAt) {
        if (storeDown) {
            throw new IllegalStateException("the store is down");
        }
        shown = List.copyOf(takenIn.values());
        commits.add(new Head.At(position, recordedAt));
        head.moveTo(position, recordedAt);
    }

    @Override
    public void reset() {
        takenIn.clear();
        shown = List.of();
        head.reset();
    }

    /** The positions as they were taken in first. */
    List<Long> order() {
        return order;
    }

    List<Long> positions() {
        return shown.stream().map(RecordedEntry::position).toList();
    }

    List<Long> positionsOf(RecordId record) {
        var positions = new ArrayList<Long>();
        shown.stream()
                .filter(entry -> entry.entry().record().equals(record))
                .forEach(entry -> positions.add(entry.position()));
        return positions;
    }

    /** Where given, this one can be built beside: what {@link #another} gives. */
    @Nullable
    RecordingView beside;

    volatile List<String> differences = List.of();
    volatile CountDownLatch goesOn = new CountDownLatch(0);

    @Override
    public @Nullable View another() {
        return beside;
    }

    @Override
    public List<String> differencesFrom(View built) {
        return differences;
    }

    @Override
    public void become(View built) {
        var other = (RecordingView) built;
        takenIn.clear();
        takenIn.putAll(other.takenIn);
        var at = other.head.now();
        commit(at.position(), at.recordedAt());
    }
}

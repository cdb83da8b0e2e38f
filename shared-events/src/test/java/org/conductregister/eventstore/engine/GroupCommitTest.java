package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GroupCommitTest {

    /** Keeps the first commit waiting, and remembers every group. */
    private static final class Disk implements GroupCommit.Committer<String> {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);
        final List<List<String>> groups = new ArrayList<>();

        @Override
        public void commit(List<String> group) throws GroupCommit.MemberAtFault {
            groups.add(group);
            if (groups.size() == 1) {
                begun.countDown();
                awaitRelease();
            }
            if (group.contains("poison")) {
                if (group.size() > 1) {
                    throw new GroupCommit.MemberAtFault(new IllegalArgumentException("poison"));
                }
                throw new IllegalArgumentException("poison");
            }
            if (group.contains("broken disk")) {
                throw new IllegalStateException("broken disk");
            }
            if (group.contains("out of memory")) {
                throw new OutOfMemoryError("staged");
            }
        }

        private void awaitRelease() {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private record Caller(Thread thread, CompletableFuture<Void> outcome) {}

    private final Disk disk = new Disk();
    private final GroupCommit<String> commits =
            new GroupCommit<>(disk, Duration.ofSeconds(20), EventStoreException::new);

    @Test
    void those_who_wait_are_committed_together_in_the_order_they_came() throws Exception {
        Caller leader = leader("first");
        List<Caller> followers =
                IntStream.range(0, 7).mapToObj(i -> follower("follower " + i)).toList();

        disk.released.countDown();

        assertThat(leader.outcome()).succeedsWithin(Duration.ofSeconds(10));
        followers.forEach(caller -> caller.outcome().join());
        assertThat(disk.groups).hasSize(2);
        assertThat(disk.groups.get(1))
                .isEqualTo(IntStream.range(0, 7).mapToObj(i -> "follower " + i).toList());
    }

    @Test
    void only_the_guilty_one_fails() throws Exception {
        Caller leader = leader("first");
        Caller good = follower("good");
        Caller poison = follower("poison");
        Caller alsoGood = follower("also good");

        disk.released.countDown();

        leader.outcome().join();
        good.outcome().join();
        alsoGood.outcome().join();
        assertThatThrownBy(poison.outcome()::join).hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_failing_store_fails_the_whole_group_and_then_serves_the_next() throws Exception {
        Caller leader = leader("first");
        Caller good = follower("good");
        Caller broken = follower("broken disk");

        disk.released.countDown();

        leader.outcome().join();
        for (Caller caller : List.of(good, broken)) {
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(caller.outcome()::join)
                    .withCauseInstanceOf(EventStoreException.class)
                    .withRootCauseInstanceOf(IllegalStateException.class);
        }
        commits.submit("afterwards");
        assertThat(disk.groups.getLast()).containsExactly("afterwards");
    }

    @Test
    void a_leader_that_dies_leaves_nobody_waiting() throws Exception {
        Caller leader = leader("out of memory");
        Caller next = follower("next");

        disk.released.countDown();

        assertThatThrownBy(leader.outcome()::join).hasCauseInstanceOf(OutOfMemoryError.class);
        next.outcome().join();
        assertThat(disk.groups).containsExactly(List.of("out of memory"), List.of("next"));
    }

    @Test
    void those_in_the_group_of_a_leader_that_dies_are_told_so() throws Exception {
        Caller leader = leader("first");
        List<Caller> group = List.of(follower("out of memory"), follower("good"));

        disk.released.countDown();

        leader.outcome().join();
        assertThat(group)
                .allSatisfy(caller -> assertThatThrownBy(caller.outcome()::join)
                        .cause()
                        .isInstanceOfAny(OutOfMemoryError.class, EventStoreException.class));
        commits.submit("afterwards");
    }

    @Test
    void an_interrupted_caller_waits_for_its_commit_and_is_interrupted_still() throws Exception {
        Caller leader = leader("first");
        CompletableFuture<Boolean> interruptedAfterwards = new CompletableFuture<>();
        Thread follower = Thread.ofPlatform().start(() -> {
            submit("follower");
            interruptedAfterwards.complete(Thread.currentThread().isInterrupted());
        });
        awaitWaiting(follower);

        follower.interrupt();
        disk.released.countDown();

        leader.outcome().join();
        assertThat(interruptedAfterwards.join()).isTrue();
        assertThat(disk.groups).containsExactly(List.of("first"), List.of("follower"));
    }

    @Test
    void a_caller_that_comes_interrupted_does_not_commit_interrupted() throws Exception {
        AtomicBoolean interruptedMeanwhile = new AtomicBoolean(true);
        GroupCommit<String> watched = new GroupCommit<>(
                group -> interruptedMeanwhile.set(Thread.currentThread().isInterrupted()),
                Duration.ofSeconds(20),
                EventStoreException::new);
        Thread.currentThread().interrupt();

        watched.submit("mine");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(interruptedMeanwhile).isFalse();
    }

    @Test
    void who_is_not_taken_up_in_time_is_told_so_and_not_committed_later() throws Exception {
        GroupCommit<String> impatient = new GroupCommit<>(disk, Duration.ofMillis(50), EventStoreException::new);
        Thread leader = Thread.ofPlatform().start(() -> submit(impatient, "first"));
        disk.begun.await();

        assertThatExceptionOfType(GroupCommit.WaitedTooLongException.class).isThrownBy(() -> impatient.submit("late"));

        disk.released.countDown();
        leader.join();
        impatient.submit("afterwards");
        assertThat(disk.groups).containsExactly(List.of("first"), List.of("afterwards"));
    }

    private void submit(String work) {
        submit(commits, work);
    }

    private static void submit(GroupCommit<String> commits, String work) {
        try {
            commits.submit(work);
        } catch (GroupCommit.WaitedTooLongException e) {
            throw new IllegalStateException(e);
        }
    }

    private Caller leader(String work) throws InterruptedException {
        Caller leader = start(work);
        disk.begun.await();
        return leader;
    }

    private Caller follower(String work) {
        Caller follower = start(work);
        awaitWaiting(follower.thread());
        return follower;
    }

    private static void awaitWaiting(Thread thread) {
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
    }

    private Caller start(String work) {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                commits.submit(work);
                outcome.complete(null);
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        });
        return new Caller(thread, outcome);
    }
}

package org.conductregister.standalone.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.conductregister.entries.FactJson;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.standalone.nodes.Told.Place;

/** Compares what was told with the log, and the log with what each node answers from it. */
final class Verdict {

    /** At least so many cases are compared entry by entry, where there are as many. */
    private static final int CASES_COMPARED = 100;

    /** So many answers of before are asked for again at each node. */
    private static final int ASKED_AGAIN = 60;

    private final List<StoredEvent> log;
    private final Map<String, Place> places = new HashMap<>();
    private final Set<String> cases = new LinkedHashSet<>();

    Verdict(EventLog events) {
        this.log = events.from(1, Long.MAX_VALUE).toList();
        for (var event : log) {
            places.put(event.entryId(), new Place(event.position(), event.recordedAt()));
            cases.add(event.aggregateIdentifier().substring("case/".length()));
        }
    }

    long length() {
        return log.size();
    }

    /** Positions are 1, 2, 3 and so on, instants never run back, and each entry is there once. */
    void requireOrder() {
        var before = Instant.EPOCH;
        for (int i = 0; i < log.size(); i++) {
            assertThat(log.get(i).position()).isEqualTo(i + 1L);
            assertThat(log.get(i).recordedAt()).isAfterOrEqualTo(before);
            before = log.get(i).recordedAt();
        }
        assertThat(places).as("each entry once").hasSize(log.size());
    }

    /** No entry is recorded in the future, whatever a node's clock said. */
    void requireRecordedUpTo(Instant now) {
        assertThat(log.getLast().recordedAt()).isBefore(now);
    }

    /** Everything that was acknowledged or shown is in the log where it was said to be, and nothing that was refused is. */
    void requireWhatWasTold(Told told) {
        told.requireNoFaults();
        assertThat(places).containsAllEntriesOf(told.allAcknowledged()).containsAllEntriesOf(told.allSeen());
        assertThat(places.keySet()).containsAll(told.allImported()).doesNotContainAnyElementsOf(told.allRefused());
    }

    /** Each answer is the fold of the log up to the position that it names. */
    void requireThatPositionsExplain(List<Claim> claims) {
        var inOrder = claims.stream()
                .sorted(Comparator.comparingLong(Claim::position))
                .toList();
        var fold = new Fold();
        for (var claim : inOrder) {
            while (fold.position() < claim.position()) {
                fold.apply(log.get((int) fold.position()));
            }
            assertThat(fold.agreesWith(claim)).as("%s, but %s", claim, fold).isTrue();
        }
    }

    /** A node answers as it is now what the fold of the whole log says. */
    void requireAnswersOf(Node node) throws Exception {
        var claims = new ArrayList<Claim>();
        for (var question : Question.values()) {
            if (!question.isOfCase()) {
                claims.add(ask(node, question, ""));
            }
        }
        int every = Math.max(1, cases.size() / CASES_COMPARED);
        int number = 0;
        for (var caseId : cases) {
            if (number++ % every == 0) {
                claims.add(ask(node, Question.CASE, caseId));
                claims.add(ask(node, Question.TIMELINE, caseId));
            }
        }
        assertThat(claims).allSatisfy(claim -> assertThat(claim.position()).isEqualTo(length()));
        requireThatPositionsExplain(claims);
        requireViewsWhole(node);
    }

    private Claim ask(Node node, Question question, String about) throws Exception {
        return answered(node, question, about, "atLeast=" + length());
    }

    private static Claim answered(Node node, Question question, String about, String parameters) throws Exception {
        var answer = Answer.of(node, node.call(question.call(about, parameters)));
        assertThat(answer.status()).as("%s %s: %s", question, about, answer).isEqualTo(200);
        return question.claim(answer, about);
    }

    private static void requireViewsWhole(Node node) throws Exception {
        for (var view : FactJson.mapper()
                .readTree(node.get("auditor", "/api/v1/projections").body())) {
            assertThat(view.get("lag").longValue()).as("%s", view).isZero();
            assertThat(view.get("deadLetters").longValue()).as("%s", view).isZero();
        }
    }

    /** An answer as known at an instant is had again, as it was then, from every node. */
    void requireKnownAsBefore(Node node, Told told, Random random) throws Exception {
        var claims = told.allAnswers();
        Collections.shuffle(claims, random);
        for (var before : claims.subList(0, Math.min(ASKED_AGAIN, claims.size()))) {
            var again = answered(node, before.question(), before.about(), "knownAt=" + before.knownAt());
            assertThat(again.values()).as("%s at %s", before, node.name()).isEqualTo(before.values());
        }
    }
}

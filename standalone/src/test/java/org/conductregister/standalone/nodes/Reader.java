package org.conductregister.standalone.nodes;

import java.util.Random;
import java.util.function.BooleanSupplier;
import org.conductregister.entries.FactJson;

/** Asks every {@link Question} and for the log itself, and takes note of what is answered. Used by one thread. */
final class Reader {

    private final Gateway queries;
    private final Told told;
    private final Random random;

    Reader(Gateway queries, Told told, Random random) {
        this.queries = queries;
        this.told = told;
        this.random = random;
    }

    void read(BooleanSupplier goOn) throws InterruptedException {
        var questions = Question.values();
        while (goOn.getAsBoolean()) {
            int number = random.nextInt(questions.length + 1);
            if (number == questions.length) {
                readLog();
            } else if (!questions[number].isOfCase()) {
                ask(questions[number], "", random.nextBoolean() ? told.latest() : 0);
            } else if (told.hasOpened()) {
                var caseId = told.anyOpened(random);
                ask(questions[number], caseId, told.openedAt(caseId));
            }
            Pace.keep();
        }
    }

    /** Asks, and takes note of the answer. */
    private void ask(Question question, String about, long atLeast) throws InterruptedException {
        var answer = queries.call(question.call(about, "atLeast=" + atLeast), random);
        if (answer.isEmpty() || !isAnswered(answer.get())) {
            return;
        }
        var claim = question.claim(answer.get(), about);
        if (claim.position() < atLeast) {
            told.fault("an answer of before position %d: %s".formatted(atLeast, claim));
        }
        told.claimed(claim);
    }

    private void readLog() throws InterruptedException {
        long from = 1 + (long) (random.nextDouble() * told.latest());
        var answer = queries.call(Call.get("auditor", "/api/v1/events?limit=50&from=" + from), random);
        if (answer.isPresent() && isAnswered(answer.get())) {
            answer.get().body().lines().map(FactJson.mapper()::readTree).forEach(told::seen);
        }
    }

    private boolean isAnswered(Answer answer) {
        if (answer.status() != 200 && !answer.saysTryAgain()) {
            told.fault("a read was answered " + answer);
        }
        return answer.status() == 200;
    }
}

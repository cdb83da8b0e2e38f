package org.conductregister.standalone.nodes;

import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.conductregister.entries.FactJson;
import org.conductregister.standalone.nodes.Claim.Question;
import tools.jackson.databind.JsonNode;

/** Asks for counts, members, cases and the log itself, and takes note of what is answered. Used by one thread. */
final class Reader {

    private static final String STATISTICS = "/api/v1/statistics";

    private final Gateway queries;
    private final Told told;
    private final Random random;

    Reader(Gateway queries, Told told, Random random) {
        this.queries = queries;
        this.told = told;
        this.random = random;
    }

    void read(BooleanSupplier goOn) throws InterruptedException {
        while (goOn.getAsBoolean()) {
            long atLeast = random.nextBoolean() ? told.latest() : 0;
            switch (random.nextInt(5)) {
                case 0 -> ask(Question.CASES, "", atLeast);
                case 1 -> ask(Question.ALLEGATIONS, "", atLeast);
                case 2 -> ask(Question.PENDING, "", atLeast);
                case 3 -> readLog();
                default -> {
                    if (told.hasOpened()) {
                        var caseId = told.anyOpened(random);
                        ask(Question.CASE, caseId, told.openedAt(caseId));
                    }
                }
            }
            Pace.keep();
        }
    }

    /** Asks, and takes note of the answer. */
    private void ask(Question question, String about, long atLeast) throws InterruptedException {
        var answer = queries.call(call(question, about, "atLeast=" + atLeast), random);
        if (answer.isEmpty() || !isAnswered(answer.get())) {
            return;
        }
        var claim = claim(answer.get(), question, about);
        if (claim.position() < atLeast) {
            told.fault("an answer of before position %d: %s".formatted(atLeast, claim));
        }
        told.claimed(claim, answer.get().json().get("knownAt").stringValue());
    }

    static Call call(Question question, String about, String parameters) {
        return switch (question) {
            case CASES -> Call.get("analyst", STATISTICS + "?unit=cases&" + parameters);
            case ALLEGATIONS -> Call.get("analyst", STATISTICS + "?unit=allegations&groupBy=status&" + parameters);
            case PENDING ->
                Call.get("auditor", STATISTICS + "/members?unit=allegations&status=PENDING&size=20&" + parameters);
            case CASE -> Call.get("handler", "/api/v1/cases/" + about + "?" + parameters);
        };
    }

    static Claim claim(Answer answer, Question question, String about) {
        var json = answer.json();
        var values = new TreeMap<String, Long>();
        switch (question) {
            case CASES -> values.put("total", json.get("total").longValue());
            case ALLEGATIONS ->
                json.get("groups")
                        .forEach(group -> values.put(
                                group.get("status").stringValue(),
                                group.get("count").longValue()));
            case PENDING -> {
                values.put("total", json.get("total").longValue());
                json.get("members")
                        .forEach(member -> values.put(
                                member.get("caseId").stringValue() + "/"
                                        + member.get("allegationId").stringValue(),
                                1L));
            }
            case CASE -> {
                values.put("version", json.get("version").longValue());
                json.get("allegations")
                        .forEach(each -> values.put(each.get("allegationId").stringValue(), isPending(each) ? 1L : 0L));
            }
        }
        return new Claim(answer.node(), question, about, json.get("position").longValue(), values);
    }

    private static boolean isPending(JsonNode allegation) {
        return allegation.get("handling").get("status").stringValue().equals("PENDING");
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

    /** Asks a node what it has been asked before, as known at the instant that the answer named. */
    static Optional<Claim> askAgain(Node node, Claim before, String knownAt) throws Exception {
        var response = node.call(call(before.question(), before.about(), "knownAt=" + knownAt));
        return response.statusCode() == 200
                ? Optional.of(claim(Answer.of(node, response), before.question(), before.about()))
                : Optional.empty();
    }
}

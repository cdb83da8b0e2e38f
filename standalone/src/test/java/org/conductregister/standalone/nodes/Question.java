package org.conductregister.standalone.nodes;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * A question whose answer the fold of the log gives for each position. There is one of each kind of read that a program makes; in its
 * values nothing stands for what is 0.
 */
enum Question {
    /** The number of cases, as {@code total}. */
    CASES("analyst", "/api/v1/statistics?unit=cases", Question::total),

    /** The number of allegations by {@code status}. */
    ALLEGATIONS(
            "analyst",
            "/api/v1/statistics?unit=allegations&groupBy=status",
            (json, values) -> json.get("groups")
                    .forEach(group ->
                            values.put(status(group), group.get("count").longValue()))),

    /** The number of pending allegations as {@code total}, and some of them, as {@code case/allegation}, each with 1. */
    PENDING("auditor", "/api/v1/statistics/members?unit=allegations&status=PENDING&size=20", (json, values) -> {
        total(json, values);
        json.get("members")
                .forEach(member -> values.put(text(member, "caseId") + "/" + text(member, "allegationId"), 1L));
    }),

    /** The number of allegations by status on three days, as {@code day/status}. */
    SERIES(
            "analyst",
            "/api/v1/statistics/series?unit=allegations&groupBy=status&from=2020-01-06&to=2020-03-06&step=MONTH&anchored=true",
            (json, values) -> json.get("points")
                    .forEach(point -> point.get("groups")
                            .forEach(group -> values.put(
                                    text(point, "asAt") + "/" + status(group),
                                    group.get("count").longValue())))),

    /** The number of allegations by status on two days and the difference, as {@code status/which}. */
    COMPARED(
            "analyst",
            "/api/v1/statistics/compare?unit=allegations&groupBy=status&asAt=2020-01-31&asAt2=2020-02-29",
            (json, values) -> json.get("difference")
                    .forEach(group -> putAll(group, status(group), values, "count", "count2", "difference"))),

    /** The allegations that came and went in two months, as {@code from/which}. */
    FLOWS(
            "analyst",
            "/api/v1/statistics/flows?unit=allegations&from=2020-01-01&to=2020-02-29&step=MONTH",
            (json, values) -> json.get("periods")
                    .forEach(period -> period.get("groups")
                            .forEach(group -> putAll(
                                    group,
                                    text(period, "from"),
                                    values,
                                    "start",
                                    "received",
                                    "closed",
                                    "reopened",
                                    "end")))),

    /** The number of allegations closed and still open, and the median of the days from report to closing. */
    DURATIONS(
            "analyst",
            "/api/v1/statistics/durations?unit=allegations&from=REPORTED&to=CLOSED",
            (json, values) -> json.get("groups").forEach(group -> {
                values.put("ended", group.get("ended").get("count").longValue());
                values.put("open", group.get("open").get("count").longValue());
                if (values.get("ended") > 0) {
                    values.put("median", (long) group.get("ended").get("median").doubleValue());
                }
            })),

    /** The number of cases as {@code total}, and the first by name, each with its allegations and how many of them are pending. */
    LIST("auditor", "/api/v1/cases?kind=CONDUCT&size=20", Question::cases),

    /** The number of cases in whose notes the word is that all imported ones have, found as words alone are. */
    WORD("auditor", "/api/v1/search?size=5&q=" + Entries.IMPORTED, (json, values) -> total(json.get("cases"), values)),

    /** The same, as {@code total}, among cases of a kind. */
    WORD_IN_LIST("auditor", "/api/v1/cases?kind=CONDUCT&size=5&q=" + Entries.IMPORTED, Question::total),

    /** The state of a case: the number of its entries as {@code version}, and by allegation 1 where it is there, 2 where it is pending. */
    CASE("handler", "/api/v1/cases/%s?", (json, values) -> {
        values.put("version", json.get("version").longValue());
        json.get("allegations").forEach(each -> values.put(text(each, "allegationId"), isPending(each) ? 2L : 1L));
    }),

    /** The entries of a case, each with its position, and those that are struck, as {@code struck entry}, with that of what strikes them. */
    TIMELINE("handler", "/api/v1/cases/%s/timeline?", (json, values) -> {
        values.put("version", json.get("version").longValue());
        json.get("entries")
                .forEach(entry ->
                        values.put(text(entry, "entryId"), entry.get("position").longValue()));
        json.get("entries").forEach(entry -> {
            if (entry.has("struckBy")) {
                values.put("struck " + text(entry, "entryId"), values.get(text(entry, "struckBy")));
            }
        });
    });

    private final String user;
    private final String path;
    private final BiConsumer<JsonNode, SortedMap<String, Long>> reading;

    Question(String user, String path, BiConsumer<JsonNode, SortedMap<String, Long>> reading) {
        this.user = user;
        this.path = path;
        this.reading = reading;
    }

    /** Whether it is about one case. */
    boolean isOfCase() {
        return path.contains("%s");
    }

    /**
     * Asks it.
     *
     * @param about the case; empty where it is about all
     * @param parameters further ones
     */
    Call call(String about, String parameters) {
        return Call.get(user, path.formatted(about) + (path.endsWith("?") ? "" : "&") + parameters);
    }

    /** Returns what a node has answered. */
    Claim claim(Answer answer, String about) {
        var values = new TreeMap<String, Long>();
        var json = times(answer.json());
        reading.accept(answer.json(), values);
        values.values().removeIf(value -> value == 0);
        return new Claim(answer.node(), this, about, json.get("position").longValue(), text(json, "knownAt"), values);
    }

    /** The part of an answer that names its times and position. */
    private static JsonNode times(JsonNode answer) {
        return answer.has("first") ? answer.get("first") : answer;
    }

    private static void total(JsonNode json, SortedMap<String, Long> values) {
        values.put("total", json.get("total").longValue());
    }

    private static void cases(JsonNode json, SortedMap<String, Long> values) {
        total(json, values);
        json.get("cases").forEach(each -> {
            values.put(text(each, "caseId"), 1L);
            putAll(each, text(each, "caseId"), values, "allegations", "pending");
        });
    }

    private static void putAll(JsonNode of, String key, SortedMap<String, Long> values, String... names) {
        for (var name : names) {
            values.put(key + "/" + name, of.get(name).longValue());
        }
    }

    private static String status(JsonNode group) {
        return text(group, "status");
    }

    private static String text(JsonNode of, String name) {
        return of.get(name).stringValue();
    }

    private static boolean isPending(JsonNode allegation) {
        return text(allegation.get("handling"), "status").equals("PENDING");
    }
}

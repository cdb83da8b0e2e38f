package org.conductregister.query.statistics.http;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.conductregister.query.QueryServiceTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Every call with every unit, every dimension and every limit of a population: answered where the contract has it, else refused by
 * the name of the parameter. The tables are written after the contract, not after the program.
 */
@QueryServiceTest
class EveryCombinationTest {

    private static final Map<String, Set<String>> DIMENSIONS = Map.of(
            "allegations",
            Set.of(
                    "force",
                    "kind",
                    "source",
                    "category",
                    "workforce",
                    "reportedYear",
                    "status",
                    "finalised",
                    "stage",
                    "severity",
                    "referral",
                    "mode",
                    "misconduct",
                    "criminal",
                    "sentence",
                    "employment",
                    "finding",
                    "outcome",
                    "result",
                    "proceedings",
                    "regime",
                    "tag",
                    "reportedFinancialYear"),
            "cases",
            Set.of(
                    "force",
                    "kind",
                    "source",
                    "reportedYear",
                    "status",
                    "finalised",
                    "referral",
                    "mode",
                    "allegationCount",
                    "result",
                    "employment",
                    "reportedFinancialYear"),
            "officers",
            Set.of(
                    "force",
                    "workforce",
                    "rank",
                    "gender",
                    "ethnicity",
                    "status",
                    "stage",
                    "employment",
                    "result",
                    "criminal",
                    "sentence",
                    "misconduct",
                    "outcome",
                    "barred",
                    "pension",
                    "allegationCount"),
            "referrals",
            Set.of("force", "basis", "mode", "referral", "referredYear", "referredFinancialYear"),
            "responses",
            Set.of("force", "recommendationId", "response", "grade"));

    /** A value that each can have. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("force", "KENT"),
            Map.entry("kind", "CONDUCT"),
            Map.entry("source", "PUBLIC"),
            Map.entry("category", "STALKING"),
            Map.entry("workforce", "UNKNOWN"),
            Map.entry("reportedYear", "2016"),
            Map.entry("status", "PENDING"),
            Map.entry("finalised", "false"),
            Map.entry("stage", "IN_PROCEEDINGS"),
            Map.entry("severity", "NEITHER"),
            Map.entry("referral", "RETURNED"),
            Map.entry("mode", "NONE"),
            Map.entry("misconduct", "PROCEEDINGS_LISTED"),
            Map.entry("criminal", "CHARGED"),
            Map.entry("sentence", "FINE"),
            Map.entry("employment", "UNIDENTIFIED"),
            Map.entry("finding", "NONE"),
            Map.entry("outcome", "NO_ACTION"),
            Map.entry("result", "UPHELD"),
            Map.entry("proceedings", "HEARING"),
            Map.entry("regime", "2020"),
            Map.entry("tag", "NONE"),
            Map.entry("withoutTag", "VAWG"),
            Map.entry("reportedFinancialYear", "2016/17"),
            Map.entry("allegationCount", "2"),
            Map.entry("rank", "INSPECTOR"),
            Map.entry("gender", "UNKNOWN"),
            Map.entry("ethnicity", "UNKNOWN"),
            Map.entry("barred", "ADVISORY"),
            Map.entry("pension", "KEPT"),
            Map.entry("basis", "MANDATORY"),
            Map.entry("referredYear", "2016"),
            Map.entry("referredFinancialYear", "2016/17"),
            Map.entry("recommendationId", "R-1"),
            Map.entry("response", "OVERDUE"),
            Map.entry("grade", "NOT_GRADED"),
            Map.entry("alsoCategory", "RAPE"),
            Map.entry("reportedFrom", "2016-01-01"),
            Map.entry("reportedTo", "2016-01-01"),
            Map.entry("referredFrom", "2016-01-01"),
            Map.entry("referredTo", "2016-01-01"));

    private static final Set<String> LIMITS_OF_CASES = Set.of(
            "force",
            "kind",
            "source",
            "category",
            "tag",
            "withoutTag",
            "workforce",
            "reportedFrom",
            "reportedTo",
            "referredFrom",
            "referredTo");

    private static final Map<String, Set<String>> LIMITS = Map.of(
            "allegations", LIMITS_OF_CASES,
            "cases", with(LIMITS_OF_CASES, "alsoCategory"),
            "officers", with(LIMITS_OF_CASES, "alsoCategory"),
            "referrals", LIMITS_OF_CASES,
            "responses", Set.of("force", "recommendationId"));

    /** By call, what it must have beside the unit. */
    private static final Map<String, String> CALLS = Map.of(
            "", "",
            "/series", "&from=2016-01-01&to=2016-12-31&step=YEAR",
            "/compare", "&asAt2=2017-01-01",
            "/members", "",
            "/export", "&suppressBelow=0",
            "/durations", "&from=REPORTED&to=CLOSED",
            "/durations/members", "&from=REPORTED&to=CLOSED&part=OPEN",
            "/flows", "&from=2016-01-01&to=2016-12-31&step=YEAR",
            "/flows/members", "&from=2016-01-01&to=2016-12-31&flow=END");

    private static final Set<String> MOVING = Set.of("allegations", "cases");

    /** Tables whose groups overlap cannot be published, and say so. */
    private static final int NOT_PUBLISHABLE = 409;

    @Autowired
    MockMvcTester http;

    private static Set<String> with(Set<String> some, String more) {
        var all = new TreeSet<>(some);
        all.add(more);
        return all;
    }

    static Stream<Arguments> callsOfUnits() {
        return DIMENSIONS.keySet().stream()
                .sorted()
                .flatMap(unit -> CALLS.keySet().stream().sorted().map(call -> Arguments.of(unit, call)));
    }

    private static boolean isOfMembers(String call) {
        return call.endsWith("/members");
    }

    private static boolean applies(String unit, String call) {
        boolean moving = call.startsWith("/durations") || call.startsWith("/flows");
        return !moving || MOVING.contains(unit);
    }

    /** The parameters of a count can be sent on to list its members, so these take groups too. */
    @ParameterizedTest
    @MethodSource("callsOfUnits")
    void groupsAreOfTheDimensionsOfTheUnit(String unit, String call) {
        assertEach(names(DIMENSIONS), unit, call, name -> "groupBy=" + name, name -> {
            boolean ofMovements = isOfMembers(call) && !call.equals("/members");
            if (ofMovements || !applies(unit, call) || !DIMENSIONS.get(unit).contains(name)) {
                return 400;
            }
            return call.equals("/export") && name.equals("tag") ? NOT_PUBLISHABLE : 200;
        });
    }

    @ParameterizedTest
    @MethodSource("callsOfUnits")
    void membersAreAskedOfAGroupByTheDimensionsOfTheUnit(String unit, String call) {
        assertEach(
                names(DIMENSIONS),
                unit,
                call,
                name -> "by." + name + "=" + VALUES.get(name),
                name -> isOfMembers(call)
                                && applies(unit, call)
                                && DIMENSIONS.get(unit).contains(name)
                        ? 200
                        : 400);
    }

    @ParameterizedTest
    @MethodSource("callsOfUnits")
    void populationsAreLimitedByWhatTheUnitHas(String unit, String call) {
        assertEach(
                names(LIMITS),
                unit,
                call,
                name -> name + "=" + VALUES.get(name),
                name -> applies(unit, call)
                                && (LIMITS.get(unit).contains(name)
                                        || (isOfMembers(call)
                                                && DIMENSIONS.get(unit).contains(name)))
                        ? 200
                        : 400);
    }

    @ParameterizedTest
    @MethodSource("callsOfUnits")
    void thePastIsThatOfTheUnitOrOfItsAllegations(String unit, String call) {
        var looked = unit.equals("cases") || unit.equals("officers") ? "allegations" : unit;
        assertEach(
                names(DIMENSIONS),
                unit,
                call,
                name -> "ever." + name + "=" + VALUES.get(name),
                name -> applies(unit, call) && DIMENSIONS.get(looked).contains(name) ? 200 : 400);
    }

    @ParameterizedTest
    @MethodSource("callsOfUnits")
    void ratesAreOfCountsAndOfFlowsOfForces(String unit, String call) {
        boolean counted = Set.of("", "/series", "/compare", "/flows").contains(call);
        assertEach(
                Set.of("force=KENT", "kind=CONDUCT"),
                unit,
                call,
                limit -> "per=1000_STAFF&" + limit,
                limit -> call.equals("/export")
                        ? LIMITS.get(unit).contains(limit.split("=")[0]) ? NOT_PUBLISHABLE : 400
                        : counted && applies(unit, call) && limit.startsWith("force") ? 200 : 400);
    }

    private static Set<String> names(Map<String, Set<String>> byUnit) {
        var names = new TreeSet<String>();
        byUnit.values().forEach(names::addAll);
        return names;
    }

    private void assertEach(
            Set<String> names,
            String unit,
            String call,
            Function<String, String> parameter,
            Function<String, Integer> expected) {
        var softly = new SoftAssertions();
        for (var name : List.copyOf(names)) {
            var address =
                    "/api/v1/statistics%s?unit=%s%s&%s".formatted(call, unit, CALLS.get(call), parameter.apply(name));
            int status = http.get()
                    .uri(address)
                    .with(httpBasic("auditor", "open sesame"))
                    .exchange()
                    .getResponse()
                    .getStatus();
            softly.assertThat(status).as(address).isEqualTo(expected.apply(name));
        }
        softly.assertAll();
    }
}

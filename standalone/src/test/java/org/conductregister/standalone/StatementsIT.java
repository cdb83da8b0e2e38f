package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Statements of the kind that people make about misconduct, asked of the sample register over HTTP. */
class StatementsIT {

    private static final String PASSWORD = "statements";

    private static final String SEXUAL_ASSAULT =
            "force=METROPOLITAN_POLICE&category=SEXUAL_ASSAULT" + "&reportedFrom=2012-01-01&reportedTo=2018-12-31";

    @TempDir
    static Path data;

    private static RunningRegister register;

    @BeforeAll
    static void start() throws Exception {
        register =
                RunningRegister.start(data, "--register.password=" + PASSWORD).untilReady();
    }

    @AfterAll
    static void stop() throws Exception {
        register.close();
    }

    /** "The average time from complaint to hearing", once in calendar days and once in working days. */
    @Test
    void fromComplaintToHearingInCalendarAndInWorkingDays() throws Exception {
        var asked = "/durations?unit=cases&from=REPORTED&to=HEARD&asAt=2022-12-31&clock=";
        var calendar = ask(asked + "CALENDAR");
        var working = ask(asked + "WORKING");

        assertThat(calendar.get("clock").stringValue()).isEqualTo("CALENDAR");
        assertThat(working.get("clock").stringValue()).isEqualTo("WORKING");
        assertThat(calendar.at("/definitions/clock").stringValue()).startsWith("Calendar days");
        assertThat(working.at("/definitions/clock").stringValue()).startsWith("Working days of England and Wales");
        long heard = calendar.at("/groups/0/ended/count").longValue();
        assertThat(heard)
                .isPositive()
                .isEqualTo(working.at("/groups/0/ended/count").longValue());
        double days = calendar.at("/groups/0/ended/mean").doubleValue();
        double workingDays = working.at("/groups/0/ended/mean").doubleValue();
        assertThat(workingDays / days).isBetween(0.66, 0.72);
    }

    /** "Of all accused, so many faced any proceedings", however many of these were withdrawn or led to an outcome since. */
    @Test
    void anyProceedingsWhateverBecameOfThem() throws Exception {
        var asked = "unit=officers&asAt=2022-12-31&tag=VAWG";
        long ever = total(asked + "&ever.misconduct=PROCEEDINGS_LISTED");
        long stillListed = count(ask("?" + asked + "&groupBy=misconduct"), "misconduct", "PROCEEDINGS_LISTED");

        assertThat(ever).isPositive().isLessThan(total(asked)).isGreaterThan(stillListed);
        assertThat(register.api(PASSWORD)
                        .get("auditor", "/api/v1/statistics/members?" + asked + "&ever.misconduct=PROCEEDINGS_LISTED")
                        .get("total")
                        .longValue())
                .isEqualTo(ever);
    }

    /** "31 of 562 faced any proceedings": ten of these were withdrawn, and others have led to an outcome since. */
    @Test
    void thirtyOneOfThoseAccusedFacedAnyProceedingsHoweverManyWereWithdrawn() throws Exception {
        var accused = "unit=officers&" + SEXUAL_ASSAULT + "&asAt=2021-12-31";
        assertThat(total(accused)).isEqualTo(562);
        assertThat(total(accused + "&ever.misconduct=PROCEEDINGS_LISTED")).isEqualTo(31);

        var now = ask("?" + accused + "&groupBy=misconduct");
        assertThat(count(now, "misconduct", "PROCEEDINGS_LISTED")).isZero();
        var listed = ask("?unit=allegations&" + SEXUAL_ASSAULT + "&asAt=2021-12-31&groupBy=proceedings,misconduct");
        long withoutFinding = listed.get("groups")
                .valueStream()
                .filter(group -> !group.get("proceedings").stringValue().equals("NONE")
                        && group.get("misconduct").stringValue().equals("CASE_TO_ANSWER"))
                .mapToLong(group -> group.get("count").longValue())
                .sum();
        assertThat(withoutFinding).as("withdrawn").isEqualTo(10);
    }

    /** "Three times as many in 2017 as in 2012." */
    @Test
    void threeTimesAsManyWereAccusedIn2017AsIn2012() throws Exception {
        var byYear = ask("?unit=allegations&" + SEXUAL_ASSAULT + "&asAt=2021-12-31&groupBy=reportedYear");
        assertThat(count(byYear, "reportedYear", "2017")).isEqualTo(3 * count(byYear, "reportedYear", "2012"));

        var flows = register.api(PASSWORD)
                .get(
                        "analyst",
                        "/api/v1/statistics/flows?unit=allegations&" + SEXUAL_ASSAULT
                                + "&from=2012-01-01&to=2017-12-31&step=YEAR");
        var received = flows.get("periods")
                .valueStream()
                .map(period -> period.at("/groups/0/received").longValue())
                .toList();
        assertThat(received).hasSize(6);
        assertThat(received.getLast()).isEqualTo(3 * received.getFirst());
    }

    /** "Resigned within a month of the allegation." */
    @Test
    void resignedWithinAMonthOfTheAllegation() throws Exception {
        var asked = "/durations?unit=allegations&from=REPORTED&to=LEFT&over=31&asAt=2022-12-31&groupBy=employment";
        var resigned = group(ask(asked), "employment", "RESIGNED");

        long all = resigned.at("/ended/count").longValue();
        double later = resigned.at("/ended/shareOver").doubleValue();
        assertThat(all).isPositive();
        assertThat(later).isBetween(0.0, 1.0);
        var longer = register.api(PASSWORD)
                .get(
                        "auditor",
                        "/api/v1/statistics/durations/members?unit=allegations&from=REPORTED&to=LEFT&over=31"
                                + "&part=ENDED&asAt=2022-12-31&employment=RESIGNED");
        assertThat(longer.get("total").longValue()).isEqualTo(Math.round(later * all));
    }

    /** "Jailed", and not only "convicted". */
    @Test
    void jailedAndNotOnlyConvicted() throws Exception {
        var answer = ask("?unit=officers&groupBy=criminal,sentence&asAt=2022-12-31");
        long convicted = sum(answer, "criminal", "CONVICTED");
        long jailed = sum(answer, "sentence", "IMPRISONMENT");

        assertThat(jailed).isPositive().isLessThan(convicted);
        assertThat(answer.at("/definitions/sentence").stringValue()).contains("gravest");
    }

    /** "No further action on the assault, and a sentence for the images": one person, two ends. */
    @Test
    void noFurtherActionOnOneAllegationAndASentenceOnAnother() throws Exception {
        var asked = "unit=officers&asAt=2025-12-31&ever.result=NO_FURTHER_ACTION&ever.criminal=CONVICTED";
        var people = register.api(PASSWORD).get("auditor", "/api/v1/statistics/members?" + asked);

        assertThat(people.get("total").longValue()).isPositive().isEqualTo(total(asked));
        assertThat(people.get("members").valueStream())
                .allSatisfy(member ->
                        assertThat(member.at("/values/result").stringValue()).isEqualTo("COURT"))
                .anySatisfy(member ->
                        assertThat(member.at("/values/sentence").stringValue()).isNotEqualTo("NONE"));
    }

    /** "So many times as many in 2017 as in 2012": the same question of two years. */
    @Test
    void howManyTimesAsManyInOneYearAsInAnother() throws Exception {
        var series = ask("/series?unit=referrals&groupBy=referredYear&from=2014-12-31&to=2017-12-31&step=YEAR"
                + "&category=ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE");
        var last = series.get("points").get(series.get("points").size() - 1);

        long early = count(last, "referredYear", "2014");
        long late = count(last, "referredYear", "2016");
        assertThat(early).isPositive();
        assertThat(late).isGreaterThan(early);
    }

    /** "Closed in the year to 31 March": the financial year, in flows as in each number's members. */
    @Test
    void closedInTheYearToThirtyFirstOfMarch() throws Exception {
        var asked = "/api/v1/statistics/flows?unit=cases&from=2015-04-01&to=2018-03-31&step=YEAR&yearStart=04-01";
        var years = register.api(PASSWORD).get("analyst", asked).get("periods");

        assertThat(years.valueStream()
                        .map(year -> year.get("from").stringValue() + " "
                                + year.get("to").stringValue()))
                .containsExactly("2015-04-01 2016-03-31", "2016-04-01 2017-03-31", "2017-04-01 2018-03-31");
        assertThat(years.valueStream()).allSatisfy(year -> {
            var all = year.at("/groups/0");
            long closed = all.get("closed").longValue();
            assertThat(closed)
                    .isPositive()
                    .isEqualTo(all.get("start").longValue()
                            + all.get("received").longValue()
                            + all.get("reopened").longValue()
                            - all.get("end").longValue());
            var members = register.api(PASSWORD)
                    .get(
                            "auditor",
                            "/api/v1/statistics/flows/members?unit=cases&flow=CLOSED&from=%s&to=%s"
                                    .formatted(
                                            year.get("from").stringValue(),
                                            year.get("to").stringValue()));
            assertThat(members.get("total").longValue()).isEqualTo(closed);
        });
    }

    /** "Allegations per 1,000 employees", in a financial year by its name. */
    @Test
    void allegationsPerThousandEmployeesInAFinancialYear() throws Exception {
        register.api(PASSWORD)
                .put(
                        "admin",
                        "/api/v1/headcounts",
                        "[{\"force\": \"METROPOLITAN_POLICE\", \"workforce\": \"POLICE_OFFICER\", \"asAt\": \"2016-03-31\", \"count\": 3200}]");
        var asked = "?unit=allegations&force=METROPOLITAN_POLICE&groupBy=reportedFinancialYear&per=1000_STAFF&asAt=";

        var before = group(ask(asked + "2016-03-30"), "reportedFinancialYear", "2015/16");
        var after = group(ask(asked + "2016-03-31"), "reportedFinancialYear", "2015/16");

        assertThat(before.has("rate")).isFalse();
        assertThat(after.get("headcount").longValue()).isEqualTo(3_200);
        assertThat(after.get("rate").doubleValue()).isEqualTo(after.get("count").longValue() * 1000.0 / 3_200);
    }

    /** "Computer misuse together with abuse of position": one case, or one person, with both. */
    @Test
    void computerMisuseTogetherWithAbuseOfPosition() throws Exception {
        for (var unit : List.of("cases", "officers")) {
            var asked = "unit=" + unit + "&asAt=2025-12-31&category=ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE&alsoCategory=";
            var other = "unit=" + unit + "&asAt=2025-12-31&category=COMPUTER_MISUSE&alsoCategory=";

            assertThat(total(asked + "COMPUTER_MISUSE"))
                    .as(unit)
                    .isPositive()
                    .isEqualTo(total(other + "ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE"));
        }
    }

    /** "Referrals per 1,000 employees", force by force. */
    @Test
    void referralRatesByForce() throws Exception {
        register.api(PASSWORD)
                .put(
                        "admin",
                        "/api/v1/headcounts",
                        "[{\"force\": \"LANCASHIRE\", \"workforce\": \"POLICE_OFFICER\", \"asAt\": \"2017-03-31\", \"count\": 2800},"
                                + " {\"force\": \"LANCASHIRE\", \"workforce\": \"POLICE_STAFF\", \"asAt\": \"2017-03-31\", \"count\": 1200}]");

        var answer = ask("?unit=referrals&groupBy=force&per=1000_STAFF&referredFrom=2014-04-01&referredTo=2017-09-30"
                + "&asAt=2017-12-31");
        var lancashire = group(answer, "force", "LANCASHIRE");
        var kent = group(answer, "force", "KENT");

        assertThat(lancashire.get("headcount").longValue()).isEqualTo(4_000);
        assertThat(lancashire.get("rate").doubleValue())
                .isEqualTo(lancashire.get("count").longValue() * 1000.0 / 4_000);
        assertThat(kent.has("rate")).isFalse();
        assertThat(answer.at("/definitions/rate").stringValue()).contains("1,000 people");
    }

    private static JsonNode ask(String question) throws Exception {
        return register.api(PASSWORD).get("analyst", "/api/v1/statistics" + question);
    }

    private static long total(String question) throws Exception {
        return ask("?" + question).get("total").longValue();
    }

    private static JsonNode group(JsonNode answer, String dimension, String value) {
        return answer.get("groups")
                .valueStream()
                .filter(group -> group.get(dimension).asString().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no group of " + value + " in " + answer));
    }

    private static long count(JsonNode answer, String dimension, String value) {
        return sum(answer, dimension, value);
    }

    private static long sum(JsonNode answer, String dimension, String value) {
        return answer.get("groups")
                .valueStream()
                .filter(group -> group.get(dimension).asString().equals(value))
                .mapToLong(group -> group.get("count").longValue())
                .sum();
    }
}

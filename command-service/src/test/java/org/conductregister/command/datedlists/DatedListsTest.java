package org.conductregister.command.datedlists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Headcounts and bank holidays are stated by administrators, and read as known at any instant. */
@RegisterTest
class DatedListsTest {

    private final EventLog log;
    private final Caller admin;
    private final Caller handler;

    DatedListsTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.log = log;
        this.admin = new Caller(port, log).as("admin");
        this.handler = new Caller(port, log).as("handler");
    }

    @Test
    void aHeadcountIsStatedAndStatedAnew() {
        put("headcounts", "[{'force': 'KENT', 'workforce': 'POLICE_OFFICER', 'asAt': '2016-03-31', 'count': 3200}]")
                .is(200);
        var first = log.latestBeside();
        var all = put(
                        "headcounts",
                        "[{'force': 'KENT', 'workforce': 'POLICE_OFFICER', 'asAt': '2016-03-31', 'count': 3201},"
                                + " {'force': 'KENT', 'workforce': 'POLICE_STAFF', 'asAt': '2016-03-31', 'count': 0}]")
                .is(200)
                .text();

        var anew = "{\"force\":\"KENT\",\"workforce\":\"POLICE_OFFICER\",\"asAt\":\"2016-03-31\",\"count\":3201}";
        assertThat(all).contains(anew, "\"POLICE_STAFF\"");
        assertThat(get("headcounts", log.latestBeside())).contains(anew);
        assertThat(get("headcounts", first)).contains("\"count\":3200").doesNotContain("POLICE_STAFF");
        assertThat(get("headcounts", first.minusNanos(1_000))).doesNotContain("KENT");
    }

    @Test
    void aBankHolidayIsStatedAndTakenBack() {
        put("bank-holidays", "[{'day': '2031-06-05', 'name': 'A jubilee', 'holiday': true}]")
                .is(200);
        var first = log.latestBeside();
        put("bank-holidays", "[{'day': '2031-06-05', 'name': 'A jubilee', 'holiday': false}]")
                .is(200);

        assertThat(get("bank-holidays", first))
                .contains("{\"day\":\"2031-06-05\",\"name\":\"A jubilee\",\"holiday\":true}");
        assertThat(handler.get("/api/v1/bank-holidays").is(200).text())
                .contains("{\"day\":\"2031-06-05\",\"name\":\"A jubilee\",\"holiday\":false}");
    }

    @Test
    void aPeriodOfRetentionIsStatedAndLifted() {
        put("retention/schedule", "[{'kind': 'COMPLAINT', 'outcome': 'UPHELD', 'years': 6}]")
                .is(200);
        var first = log.latestBeside();
        var all = put(
                        "retention/schedule",
                        "[{'kind': 'COMPLAINT', 'outcome': 'UPHELD', 'years': null},"
                                + " {'kind': 'COMPLAINT', 'outcome': 'ANY_OTHER', 'years': 1}]")
                .is(200)
                .text();

        assertThat(all)
                .isEqualTo("[{\"kind\":\"COMPLAINT\",\"outcome\":\"UPHELD\",\"years\":null},"
                        + "{\"kind\":\"COMPLAINT\",\"outcome\":\"ANY_OTHER\",\"years\":1}]");
        assertThat(get("retention/schedule", first))
                .isEqualTo("[{\"kind\":\"COMPLAINT\",\"outcome\":\"UPHELD\",\"years\":6}]");
        handler.get("/api/v1/retention/schedule").isProblem(403, "FORBIDDEN");
    }

    record Bad(String list, String body, String code, String... errors) {
        @Override
        public String toString() {
            return list + " " + body;
        }
    }

    static Stream<Bad> bad() {
        var headcount = "HEADCOUNT_INVALID";
        var holiday = "BANK_HOLIDAY_INVALID";
        return Stream.of(
                new Bad(
                        "retention/schedule",
                        "[{'kind': 'COMPLAINT', 'outcome': 'PENDING', 'years': 0}, {'kind': 'COMPLAINT', 'outcome': 'LEFT'}]",
                        "RETENTION_INVALID",
                        "/0/outcome FIELD_INVALID",
                        "/0/years FIELD_INVALID",
                        "/1/years FIELD_MISSING"),
                new Bad("headcounts", "{}", headcount),
                new Bad("headcounts", "[7]", headcount, "/0 HEADCOUNT_INVALID"),
                new Bad(
                        "headcounts",
                        "[{}]",
                        headcount,
                        "/0/force FIELD_MISSING",
                        "/0/workforce FIELD_MISSING",
                        "/0/asAt FIELD_MISSING",
                        "/0/count FIELD_MISSING"),
                new Bad(
                        "headcounts",
                        "[{'force': 'ATLANTIS', 'workforce': 'WIZARD', 'asAt': '2016-02-30', 'count': -1}]",
                        headcount,
                        "/0/force FIELD_INVALID",
                        "/0/workforce FIELD_INVALID",
                        "/0/asAt FIELD_INVALID",
                        "/0/count FIELD_INVALID"),
                new Bad(
                        "headcounts",
                        "[{'force': 'ESSEX', 'workforce': 'POLICE_STAFF', 'asAt': '2016-03-31', 'count': 1.5}]",
                        headcount,
                        "/0/count FIELD_INVALID"),
                new Bad(
                        "headcounts",
                        "[{'force': 'ESSEX', 'workforce': 'POLICE_STAFF', 'asAt': '2016-03-31', 'count': 1},"
                                + " {'force': 'ESSEX', 'workforce': 'POLICE_STAFF', 'asAt': '2016-03-31', 'count': 2}]",
                        headcount,
                        "/1 HEADCOUNT_INVALID"),
                new Bad(
                        "headcounts",
                        "[{'force': 'ESSEX', 'workforce': 'POLICE_STAFF', 'asAt': '2016-03-31', 'count': 1, 'fte': 1}]",
                        headcount,
                        "/0 HEADCOUNT_INVALID"),
                new Bad("headcounts", "[", "BODY_NOT_JSON"),
                new Bad("headcounts", "", "BODY_MISSING"),
                new Bad(
                        "bank-holidays",
                        "[{'day': '31-06-2031', 'name': ' ', 'holiday': 'yes'}]",
                        holiday,
                        "/0/day FIELD_INVALID",
                        "/0/name FIELD_INVALID",
                        "/0/holiday FIELD_INVALID"),
                new Bad(
                        "bank-holidays",
                        "[{'day': '2032-06-07', 'name': 'A', 'holiday': true},"
                                + " {'day': '2032-06-07', 'name': 'B', 'holiday': true}]",
                        holiday,
                        "/1 BANK_HOLIDAY_INVALID"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsWrongIsNamedAndNothingChanged(Bad bad) {
        admin.refused()
                .put("/api/v1/" + bad.list(), bad.body().replace('\'', '"'))
                .isProblem(400, bad.code(), bad.errors());

        assertThat(admin.get("/api/v1/" + bad.list()).is(200).text()).doesNotContain("ESSEX", "2032-06-07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"headcounts", "bank-holidays"})
    void onlyAdministratorsStateThem(String list) {
        handler.refused().put("/api/v1/" + list, "[]").isProblem(403, "FORBIDDEN");
        for (var user : new String[] {"handler", "auditor", "analyst", "admin"}) {
            admin.as(user).get("/api/v1/" + list).is(200);
        }
        assertThat(handler.refused()
                        .get("/api/v1/" + list + "?knownAt=then")
                        .is(400)
                        .text())
                .contains("PARAMETER_INVALID");
        assertThat(handler.refused()
                        .get("/api/v1/" + list + "?asAt=2016-01-01")
                        .is(400)
                        .text())
                .contains("PARAMETER_INVALID");
    }

    private Answer put(String list, String json) {
        return admin.put("/api/v1/" + list, json.replace('\'', '"'));
    }

    private String get(String list, Instant knownAt) {
        return admin.get("/api/v1/" + list + "?knownAt=" + knownAt).is(200).text();
    }
}

package org.conductregister.web.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import org.conductregister.web.accesslog.AccessEntry.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LooksTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/cases/LAN-1,                     OPENED, case/LAN-1",
        "/api/v1/cases/LAN-1/timeline,            OPENED, case/LAN-1",
        "/cases/LAN-1/log/CaseClosed,             OPENED, case/LAN-1",
        "/officers/LAN-O-1/subject-access,        DOWNLOADED, officer/LAN-O-1",
        "/api/v1/officers/O-1/subject-access,     DOWNLOADED, officer/O-1",
        "/audit/cases/LAN-1,                      OPENED, case/LAN-1",
        "/officers/LAN-O-1,                       OPENED, officer/LAN-O-1",
        "/api/v1/recommendations/R1/timeline,     OPENED, recommendation/R1",
        "/api/v1/cases,                           LISTED,",
        "/api/v1/cases?q=smith,                   SEARCHED,",
        "/api/v1/cases?q=,                        LISTED,",
        "/cases?officerId=LAN-O-1,                LISTED, officer/LAN-O-1",
        "/audit?record=case/LAN-1,                LISTED, case/LAN-1",
        "/api/v1/search?q=smith,                  SEARCHED,",
        "/search/suggestions?q=smi,               SEARCHED,",
        "/worklist/close,                         LISTED,",
        "/statistics/members,                     LISTED,",
        "/api/v1/statistics/durations/members,    LISTED,",
        "/api/v1/imports/i1/refusals,             DOWNLOADED,",
        "/imports/i1/refused.csv,                 LISTED,",
        "/api/v1/events,                          DOWNLOADED,",
        "/api/v1/access-log?user=jane,            DOWNLOADED,",
        "/api/v1/statistics/export,               DOWNLOADED,",
        "/operations/search/dead-letters,         LISTED,"
    })
    void whatIsAskedForSaysWhatTheLookIs(String address, Action action, String record) {
        var look = Looks.of(get(address), path(address));

        assertThat(look).isEqualTo(new Looks.Look(action, record));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/help",
                "/api/v1/statistics",
                "/overview",
                "/officers/new",
                "/assets/x.js",
                "/imports",
                "/api/v1/users/me",
                "/api/v1/code-lists"
            })
    void whatShowsNoRecordIsNoLook(String path) {
        assertThat(Looks.of(get(path), path)).isNull();
    }

    @Test
    void writingIsNoLookThoughItsRecordIsKnown() {
        assertThat(Looks.of(new MockHttpServletRequest("POST", "/api/v1/cases/A/entries"), "/api/v1/cases/A/entries"))
                .isNull();
        assertThat(Looks.recordIn("/api/v1/cases/A/entries")).isEqualTo("case/A");
    }

    @Test
    void ofParametersThoseAloneAreKeptThatAreCodesDaysOrNumbers() {
        var request =
                get("/api/v1/cases?force=KENT&q=Jane%20Smith&tag=SMITH&asAt=2020-01-01&name=Smith&by.status=PENDING"
                        + "&force=Jane%20Smith");

        assertThat(AskedParameters.of(request)).isEqualTo("asAt=2020-01-01&by.status=PENDING&force=KENT");
        assertThat(AskedParameters.of(get("/api/v1/cases?q=x"))).isNull();
    }

    private static String path(String address) {
        return address.split("\\?", 2)[0];
    }

    private static MockHttpServletRequest get(String address) {
        var request = new MockHttpServletRequest("GET", path(address));
        if (address.contains("?")) {
            for (var parameter : address.split("\\?", 2)[1].split("&")) {
                var parts = parameter.split("=", 2);
                request.addParameter(parts[0], parts[1].replace("%20", " "));
            }
        }
        return request;
    }
}

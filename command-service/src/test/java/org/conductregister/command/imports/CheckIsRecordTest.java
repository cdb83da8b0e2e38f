package org.conductregister.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A check says of each row of a random dirty sheet what recording it then says. */
@RegisterTest
class CheckIsRecordTest {

    private static final String[] DAYS = {
        "2019-01-07", "2019-01-08", "2019-02-01", "2019-02-31", "", "2018-12-24", "soon", "2019-03-05"
    };

    private final Caller handler;
    private final Importer importer;
    private final EventLog log;

    CheckIsRecordTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.handler = new Caller(port, log).as("handler");
        this.importer = new Importer(handler);
        this.log = log;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aCheckJudgesAsRecordingDoes(long seed) {
        var name = "RND" + seed;
        handler.put("/api/v1/import-mappings/" + name, """
            {"force": "KENT", "days": "YMD", "oddDays": "KEEP", "bentNumbers": "KEEP", "assume": "FIRST", "notBlanks": ["soon", "0"],
             "ids": {"case": "%s-{No}", "officer": "%s-{Badge}"}, "facts": [
               {"type": "CaseOpened", "occurredOn": "{Received}", "kind": "{Kind}", "source": "PUBLIC", "reference": "%s/{Ref}"},
               {"type": "OfficerRegistered", "occurredOn": "2010-01-04", "workforce": "POLICE_OFFICER"},
               {"type": "AllegationReported", "allegationId": "{Id}", "occurredOn": "{Received}", "category": "OTHER"},
               {"type": "ProceedingsListed", "when": "{Listed}", "allegationId": "{Id}", "occurredOn": "{Listed}", "proceedings": "HEARING"},
               {"type": "AllegationClosed", "when": "{Closed}", "allegationId": "{Id}", "occurredOn": "{Closed}"},
               {"type": "CaseClosed", "when": "{Ended}", "occurredOn": "{Ended}"}]}
            """.formatted(name, name, name))
                .is(200);
        handler.log(name + "-3", """
            {"type": "CaseOpened", "occurredOn": "2019-01-01", "force": "ESSEX", "kind": "CONDUCT", "source": "POLICE"}""").is(201);
        handler.log(name + "-TAKEN", """
            {"type": "CaseOpened", "occurredOn": "2019-01-01", "force": "KENT", "kind": "CONDUCT", "source": "POLICE",
             "reference": "%s/5"}""".formatted(name)).is(201);
        var sheet = sheet(new Random(seed));
        long before = log.lastPosition();

        var checked = importer.sheet(name, "check", sheet);
        assertThat(log.lastPosition()).isEqualTo(before);
        var recorded = importer.sheet(name, "record", sheet);

        assertThat(checked.progress().get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(recorded.refusals()).isEqualTo(checked.refusals()).isNotEmpty();
        assertThat(recorded.refusals().toString()).contains("REFERENCE_TAKEN", "CASE_HELD_BACK");
        assertThat(recorded.rowCounts()).isEqualTo(checked.rowCounts());
        assertThat(log.lastPosition() - before)
                .isEqualTo(recorded.progress().get("recorded").longValue());
    }

    private static String sheet(Random random) {
        var sheet = new StringBuilder("No,Ref,Badge,Received,Kind,Id,Listed,Closed,Ended\n");
        for (int row = 0; row < 3_000; row++) {
            int number = random.nextInt(600);
            sheet.append(number % 97 == 0 ? number + "/" + number : number)
                    .append(',')
                    .append(number % 97 == 0 ? number + 1 : number)
                    .append(',')
                    .append(random.nextInt(3) == 0 ? "" : random.nextInt(50))
                    .append(',')
                    .append(DAYS[random.nextInt(10) == 0 ? random.nextInt(DAYS.length) : number % 3])
                    .append(random.nextInt(30) == 0 ? ",grumble," : ",Complaint,")
                    .append("A" + random.nextInt(3))
                    .append(',')
                    .append(random.nextInt(4) == 0 ? DAYS[random.nextInt(DAYS.length)] : "")
                    .append(',')
                    .append(DAYS[random.nextInt(DAYS.length)])
                    .append(',')
                    .append(random.nextInt(20) == 0 ? DAYS[random.nextInt(DAYS.length)] : "")
                    .append('\n');
        }
        return sheet.toString();
    }
}

package org.conductregister.command.imports.mapping.kept;

import static org.assertj.core.api.Assertions.assertThat;

import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.entries.FactJson;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Mappings are kept by name, over HTTP. */
@RegisterTest
class MappingsTest {

    private static final String MAPPING = """
        {"force": "KENT", "ids": {"case": "K-{No}"}, "facts": [
         {"type": "CaseOpened", "occurredOn": "{Received}", "kind": "COMPLAINT", "source": "PUBLIC"}]}""";

    private final Caller handler;

    MappingsTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.handler = new Caller(port, log).as("handler");
    }

    @Test
    void aMappingIsKeptListedReplacedAndDeleted() {
        var path = "/api/v1/import-mappings/kent-monthly";
        handler.refused().get(path).isProblem(404, "MAPPING_UNKNOWN");

        assertThat(handler.put(path, MAPPING).is(200).json())
                .isEqualTo(FactJson.mapper().readTree(MAPPING));
        handler.put(path, MAPPING.replace("K-{No}", "KT-{No}")).is(200);

        assertThat(handler.as("auditor")
                        .get(path)
                        .is(200)
                        .json()
                        .at("/ids/case")
                        .stringValue())
                .isEqualTo("KT-{No}");
        assertThat(handler.get("/api/v1/import-mappings").is(200).text()).contains("\"name\":\"kent-monthly\"");
        handler.delete(path).is(200);
        handler.refused().get(path).isProblem(404, "MAPPING_UNKNOWN");
        handler.refused().delete(path).isProblem(404, "MAPPING_UNKNOWN");
        assertThat(handler.get("/api/v1/import-mappings").is(200).text()).doesNotContain("kent-monthly");
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsKept() {
        handler.refused()
                .put(
                        "/api/v1/import-mappings/wrong",
                        MAPPING.replace("COMPLAINT", "GRUMBLE").replace("KENT", "ATLANTIS"))
                .isProblem(400, "MAPPING_INVALID", "/force CODE_UNKNOWN", "/facts/0/kind CODE_UNKNOWN");
        handler.refused().get("/api/v1/import-mappings/wrong").isProblem(404, "MAPPING_UNKNOWN");
        handler.refused().put("/api/v1/import-mappings/wrong", "no json").isProblem(400, "BODY_NOT_JSON");
        assertThat(handler.refused()
                        .put("/api/v1/import-mappings/-wrong", MAPPING)
                        .is(400)
                        .json()
                        .get("code")
                        .stringValue())
                .isEqualTo("MAPPING_NAME_INVALID");
    }

    @Test
    void onlyHandlersKeepThem() {
        for (var user : new String[] {"auditor", "admin"}) {
            handler.as(user).get("/api/v1/import-mappings").is(200);
            handler.as(user)
                    .refused()
                    .put("/api/v1/import-mappings/theirs", MAPPING)
                    .isProblem(403, "FORBIDDEN");
        }
        handler.as("analyst").refused().get("/api/v1/import-mappings").isProblem(403, "FORBIDDEN");
    }
}

package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.conductregister.entries.FactJson;
import org.conductregister.standalone.integrity.MovedHouse;
import org.conductregister.standalone.integrity.PublishedTables;
import org.conductregister.standalone.integrity.Verification;
import org.conductregister.standalone.sample.PublishedFigure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The register as a newcomer finds it, asked what was published. */
class PublishedFiguresIT {

    private static final String PASSWORD = "published";

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

    static Stream<PublishedFigure> figures() {
        return PublishedFigure.all().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theRegisterCountsWhatWasPublished(PublishedFigure figure) throws Exception {
        var answer = register.api(PASSWORD).get("analyst", "/api/v1/statistics?" + figure.question());

        assertThat(answer.get("total").longValue()).as(figure.said()).isEqualTo(figure.total());
        assertThat(figure.parts())
                .allSatisfy(part -> assertThat(answer.get("groups").valueStream())
                        .as("%s: %s", figure.said(), answer)
                        .anyMatch(group -> group.get("count").longValue() == part.count() && hasAll(group, part)));
    }

    @Test
    void afterTheRegisterHasMovedEveryCountIsWhatItWas(@TempDir Path elsewhere) throws Exception {
        var api = register.api(PASSWORD);
        var published = PublishedTables.publish(api, data);
        var exported = api.post("admin", "/api/v1/log-export", "");
        assertThat(exported.statusCode()).as(exported.body()).isEqualTo(201);
        var written = FactJson.mapper().readTree(exported.body());
        var file = written.get("file").stringValue();
        var noted = Files.writeString(
                elsewhere.resolve("noted.txt"), written.get("checkpoint").stringValue());
        Verification.ends(
                0,
                "The log is what was sealed",
                "--log",
                data.resolve("integrity/exports").resolve(file).toString(),
                "--checkpoint",
                noted.toString());
        var moved = new MovedHouse(data, elsewhere.resolve("data"));
        moved.carry(file, written.get("accessLogFile").stringValue());
        try (var other = RunningRegister.start(
                        elsewhere.resolve("data"), "--register.password=" + PASSWORD, "--register.sample=false")
                .untilReady()) {
            var there = other.api(PASSWORD);
            var body = "{\"file\": \"%s\"}".formatted(file);
            var imported = there.post("admin", "/api/v1/log-import", body);
            assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
            assertThat(FactJson.mapper()
                            .readTree(imported.body())
                            .get("sameKey")
                            .booleanValue())
                    .isTrue();
            assertThat(there.post("admin", "/api/v1/log-import", body).body()).contains("LOG_NOT_EMPTY");

            MovedHouse.isTheSame(api, there, 100);
            MovedHouse.looksAreInFront(there, written);
            published.areIn(there, elsewhere.resolve("data"));
            for (var figure : PublishedFigure.all()) {
                assertThat(there.get("analyst", "/api/v1/statistics?" + figure.question())
                                .get("total")
                                .longValue())
                        .as(figure.said())
                        .isEqualTo(figure.total());
            }
            other.stop();
        }
        Verification.ends(
                0,
                "It has the checkpoint that you noted",
                "--data",
                elsewhere.resolve("data").toString(),
                "--checkpoint",
                noted.toString());
    }

    private static boolean hasAll(JsonNode group, PublishedFigure.Part part) {
        return part.values().entrySet().stream()
                .allMatch(value -> group.get(value.getKey()).asString().equals(value.getValue()));
    }
}

package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.conductregister.standalone.sample.PublishedFigure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

    private static boolean hasAll(JsonNode group, PublishedFigure.Part part) {
        return part.values().entrySet().stream()
                .allMatch(value -> group.get(value.getKey()).asString().equals(value.getValue()));
    }
}

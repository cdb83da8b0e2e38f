package org.conductregister.query.statistics.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.conductregister.query.statistics.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/domain.md} has the definitions that answers carry, word for word. */
class DefinitionsAreWrittenDownTest {

    private static final List<String> DEFINED = List.of(
            "status",
            "finalised",
            "result",
            "employment",
            "misconduct",
            "criminal",
            "sentence",
            "referral",
            "response");

    @ParameterizedTest
    @EnumSource
    void everyDefinitionIsOnThePage(Unit unit) throws IOException {
        var page = Files.readString(Path.of("..", "docs", "domain.md"));

        var definitions = Definitions.of(unit, DEFINED);

        assertThat(definitions).hasSizeGreaterThan(DEFINED.size());
        assertThat(definitions.values()).allSatisfy(text -> assertThat(page).contains(text));
    }
}

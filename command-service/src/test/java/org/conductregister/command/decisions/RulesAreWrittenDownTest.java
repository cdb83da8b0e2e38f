package org.conductregister.command.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/domain.md} lists every rule with its sentence and its source, and every source with its provision. */
class RulesAreWrittenDownTest {

    private static List<String> rowsBetween(String heading, String next) throws IOException {
        var text = Files.readString(Path.of("..", "docs", "domain.md"));
        return text.substring(text.indexOf(heading), text.indexOf(next))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
                .toList();
    }

    @Test
    void everyRuleIsOnThePageWithItsSource() throws IOException {
        assertThat(rowsBetween("## Rules", "| source | provision |").stream().skip(1))
                .containsExactlyElementsOf(Arrays.stream(Rule.values())
                        .map(rule -> "| `%s` | %s | %s |".formatted(rule, rule.sentence(), rule.source()))
                        .toList());
    }

    @Test
    void everySourceIsOnThePageWithItsProvision() throws IOException {
        assertThat(rowsBetween("| source | provision |", "## Counting").stream().skip(1))
                .containsExactlyElementsOf(Arrays.stream(RuleSource.values())
                        .map(source -> "| %s | %s |".formatted(source, source.text()))
                        .toList());
    }
}

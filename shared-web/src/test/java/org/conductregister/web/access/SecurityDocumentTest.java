package org.conductregister.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.conductregister.platform.people.Role;
import org.conductregister.web.access.AccessRules.Rule;
import org.junit.jupiter.api.Test;

/** The document for people says what the table of the code says. */
class SecurityDocumentTest {

    @Test
    void theDocumentHasTheTable() throws IOException {
        var document = Files.readString(Path.of("..", "docs", "security.md"));
        var table = AccessRules.RULES.stream().map(SecurityDocumentTest::row).collect(Collectors.joining("\n"));

        assertThat(document).contains("| --- | --- | --- |\n" + table + "\n<!-- end -->");
    }

    private static String row(Rule rule) {
        return "| %s | `%s` | %s |".formatted(rule.method(), rule.path(), who(rule));
    }

    private static String who(Rule rule) {
        if (rule.isOpen()) {
            return "everybody";
        }
        return rule.roles().size() == Role.values().length
                ? "whoever is signed in"
                : rule.roles().stream().sorted().map(Role::name).collect(Collectors.joining(", "));
    }
}

package org.conductregister.standalone.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.conductregister.entries.FactJson;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a log is taken from the directory of exports alone, whatever its file is called. */
@ExtendWith(SharedRegister.class)
class MovedFilesTest {

    private final StartedRegister register;

    MovedFilesTest(StartedRegister shared) {
        this.register = shared;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "/etc/passwd", "a/b", "..", ".", "x\0y", "%2e%2e/x", "file:///etc/passwd"})
    void whatIsNoFileOfTheDirectoryIsNotThere(String name) throws Exception {
        var body = FactJson.mapper().createObjectNode().put("file", name).toString();
        for (var path : new String[] {"/api/v1/log-import", "/api/v1/access-log-import"}) {
            var answer = register.post("admin", path, body);

            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("FILE_UNKNOWN");
        }
    }
}

package org.conductregister.command.imports.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ReserveTest {

    private static final byte[] BYTES = "{}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    @Test
    void an_import_that_would_take_of_the_reserve_is_refused_and_leaves_nothing() throws Exception {
        var files = new DirectoryFiles(data.resolve("imports"), new Reserve(data, DataSize.ofBytes(Long.MAX_VALUE)));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> files.receive("upload", new ByteArrayInputStream(BYTES)))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(CommonProblems.NO_ROOM));

        try (var left = Files.list(data.resolve("imports"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void with_more_room_than_that_it_is_taken() throws Exception {
        var reserve = new Reserve(data, DataSize.ofBytes(1));

        assertThatCode(reserve::require).doesNotThrowAnyException();
        assertThat(reserve.copy(new ByteArrayInputStream(BYTES), data.resolve("file")))
                .isEqualTo(BYTES.length);
        assertThat(data.resolve("file")).hasBinaryContent(BYTES);
    }
}

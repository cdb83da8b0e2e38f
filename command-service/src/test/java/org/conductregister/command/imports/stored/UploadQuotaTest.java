package org.conductregister.command.imports.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.conductregister.web.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

class UploadQuotaTest {

    private static final int MEGABYTE = 1 << 20;

    private final UploadQuota quota = new UploadQuota(DataSize.ofMegabytes(10));

    @TempDir
    Path directory;

    private StoredFiles sheets;
    private StoredFiles drafts;

    @BeforeEach
    void twoPlaces() throws IOException {
        var reserve = new Reserve(directory, DataSize.ofBytes(0));
        sheets = new DirectoryFiles(directory.resolve("sheets"), reserve);
        drafts = new DirectoryFiles(directory.resolve("drafts"), reserve);
        quota.count(sheets, ".upload");
        quota.count(drafts, ".file");
    }

    private void send(StoredFiles to, String name, int bytes) throws IOException {
        to.receive(name, quota.limited(new ByteArrayInputStream(new byte[bytes])));
    }

    private void refuses(StoredFiles to, String name, int bytes) throws IOException {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> send(to, name, bytes))
                .satisfies(refused -> {
                    assertThat(refused.problem().status()).isEqualTo(HttpStatus.INSUFFICIENT_STORAGE.value());
                    assertThat(refused.problem().code()).isEqualTo("UPLOADS_FULL");
                    assertThat(refused.problem().detail())
                            .contains("10,485,760 bytes", "drop the files", "register.uploads.total");
                });
        assertThat(to.has(name)).isFalse();
    }

    @Test
    void filesOfAllPlacesTakeSoMuchTogether() throws IOException {
        send(sheets, "a.upload", 6 * MEGABYTE);
        send(drafts, "b.file", 4 * MEGABYTE);

        refuses(sheets, "c.upload", 1);
        assertThat(sheets.bytes(".upload") + drafts.bytes(".file")).isEqualTo(10 * MEGABYTE);
    }

    @Test
    void aFileIsRefusedWhileItArrives() throws IOException {
        refuses(sheets, "a.upload", 40 * MEGABYTE);
        assertThat(directory.resolve("sheets")).isEmptyDirectory();
    }

    @Test
    void whatIsDeletedMakesRoom() throws IOException {
        send(sheets, "a.upload", 10 * MEGABYTE);
        refuses(drafts, "b.file", MEGABYTE);

        sheets.delete("a.upload");

        send(drafts, "b.file", MEGABYTE);
        assertThat(drafts.bytes(".file")).isEqualTo(MEGABYTE);
    }

    @Test
    void whatIsKeptOfImportsBesideTheirFilesIsNotCounted() throws IOException {
        sheets.put("a.json", new byte[20 * MEGABYTE]);

        send(sheets, "a.upload", MEGABYTE);

        assertThat(sheets.bytes(".upload")).isEqualTo(MEGABYTE);
    }
}

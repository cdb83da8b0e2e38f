package org.conductregister.command.imports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.conductregister.command.imports.files.ImportFiles.Kept;
import org.conductregister.command.imports.files.Upload.Format;
import org.conductregister.command.imports.stored.DirectoryFiles;
import org.conductregister.command.imports.stored.Reserve;
import org.conductregister.command.imports.stored.UploadQuota;
import org.conductregister.entries.FactJson;
import org.conductregister.keys.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;

class ImportFilesTest {

    private static final Upload UPLOAD = Upload.sent(Format.CSV, "handler", "import-7");

    private final UUID importId = UUID.randomUUID();

    @TempDir
    Path directory;

    private ImportFiles files;

    @BeforeEach
    void anEmptyDirectory() throws IOException {
        files = newFiles();
    }

    private ImportFiles newFiles() throws IOException {
        return new ImportFiles(
                new DirectoryFiles(directory.resolve("imports"), new Reserve(directory, DataSize.ofBytes(0))),
                TestKeys.sealed(),
                new UploadQuota(DataSize.ofGigabytes(1)));
    }

    @Test
    void ofRefusalsBeingWrittenOnlyWholeLinesAreShown() throws IOException {
        var line = "{\"line\":7,\"detail\":\"%s\"}\n".formatted("x".repeat(70_000));
        try (var refusals = files.refusals(importId)) {
            refusals.write(line);
            refusals.write(line);
            refusals.write("{\"line\":8,\"det");
            refusals.flush();

            assertThat(shownRefusals()).isEqualTo(line + line);
        }
    }

    @Test
    void whereNothingWasRefusedNothingIsShown() throws IOException {
        assertThat(shownRefusals()).isEmpty();
    }

    /** A public method such as {@code isSheet()} would be written as a property that cannot be read back. */
    @ParameterizedTest
    @ValueSource(classes = {Upload.class, ImportProgress.class, Comparison.class, Proposal.class})
    void onlyTheComponentsOfWhatIsKeptAreWritten(Class<? extends Record> kept) {
        var written = new HashSet<String>();
        FactJson.mapper().acceptJsonFormatVisitor(kept, new JsonFormatVisitorWrapper.Base() {
            @Override
            public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
                return new JsonObjectFormatVisitor.Base(getContext()) {
                    @Override
                    public void property(BeanProperty property) {
                        written.add(property.getMember().getName());
                    }

                    @Override
                    public void optionalProperty(BeanProperty property) {
                        property(property);
                    }
                };
            }
        });

        assertThat(written)
                .containsExactlyInAnyOrderElementsOf(Stream.of(kept.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void whatIsKeptIsThereForTheNextStart() throws IOException {
        var kept = new Kept(
                ImportProgress.queued(importId, UPLOAD, Instant.parse("2020-06-01T23:30:00Z"))
                        .running(new Counts(6, 1, 2, 3, 0, 0, 0), 4, 7L, new Step(Step.Doing.JUDGING, 6, 9L)),
                UPLOAD);
        files.receive(importId, new ByteArrayInputStream("type".getBytes(StandardCharsets.UTF_8)));
        files.keep(kept);

        var next = newFiles();

        assertThat(next.all()).containsExactly(kept);
        assertThat(next.kept(importId)).contains(kept);
        assertThat(next.upload(importId)).hasContent("type");
    }

    @Test
    void aSheetAndWhatIsToBeDoneWithItIsThereForTheNextStart() throws IOException {
        var mapping = FactJson.mapper().createObjectNode().put("force", "KENT");
        var sheet = Upload.ofSheet("Kent", mapping, Mode.COMPARE, "handler", "1", "kent.xlsx")
                .to(new Upload.Accept(Set.of(3L), null, "handler", "2"));
        var kept = new Kept(ImportProgress.queued(importId, sheet, Instant.parse("2020-06-01T23:30:00Z")), sheet);

        files.keep(kept);

        assertThat(files.all()).containsExactly(kept);
    }

    @Test
    void aTransferThatFailsLeavesNothing() {
        var brokenOff = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return read();
            }
        };

        Assertions.assertThatIOException().isThrownBy(() -> files.receive(importId, brokenOff));
        assertThat(directory.resolve("imports")).isEmptyDirectory();
    }

    @Test
    void anUploadThatIsDoneIsDiscardedAndWhatItCameToIsKept() throws IOException {
        files.receive(importId, new ByteArrayInputStream(new byte[0]));
        files.keep(new Kept(ImportProgress.queued(importId, UPLOAD, Instant.EPOCH), UPLOAD));

        files.discardUpload(importId);

        assertThat(directory.resolve("imports").toFile().list()).containsExactly(importId + ".json");
    }

    private String shownRefusals() throws IOException {
        var shown = new ByteArrayOutputStream();
        files.copyRefusals(importId, shown);
        return shown.toString(StandardCharsets.UTF_8);
    }
}

package org.conductregister.command.imports.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Tests what both places in which files lie promise, and what a database that nodes share promises beside. */
class StoredFilesTest {

    private static EmbeddedPostgres postgres;

    @TempDir
    Path directory;

    /** The places. */
    enum Place {
        DIRECTORY,
        DATABASE
    }

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private final String folder = "folder-" + UUID.randomUUID();

    private StoredFiles in(Place place) throws IOException {
        return place == Place.DIRECTORY ? new DirectoryFiles(directory.resolve("files"), reserve()) : node("files");
    }

    /** Each node has a directory of its own. */
    private DatabaseFiles node(String own) throws IOException {
        var database = postgres.getPostgresDatabase();
        return new DatabaseFiles(
                new JdbcTemplate(database),
                new TransactionTemplate(new JdbcTransactionManager(database)),
                folder,
                directory.resolve(own),
                reserve());
    }

    private Reserve reserve() {
        return new Reserve(directory, DataSize.ofBytes(0));
    }

    @ParameterizedTest
    @EnumSource
    void aLargeFileIsReadAsItWasSent(Place place) throws IOException {
        var files = in(place);
        var sent = new byte[3_000_001];
        new Random(7).nextBytes(sent);

        files.receive("a.upload", new ByteArrayInputStream(sent));

        assertThat(files.has("a.upload")).isTrue();
        assertThat(content(files, "a.upload")).isEqualTo(sent);
        assertThat(files.local("a.upload")).hasBinaryContent(sent);
        assertThat(files.size("a.upload")).isEqualTo(sent.length);
        files.delete("a.upload");
        assertThat(files.has("a.upload")).isFalse();
        assertThat(files.size("a.upload")).isZero();
        assertThatThrownBy(() -> files.read("a.upload")).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aTransferThatBreaksOffLeavesNothing(Place place) throws IOException {
        var files = in(place);
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

        assertThatThrownBy(() -> files.receive("a.upload", brokenOff)).hasMessage("connection reset");

        assertThat(files.has("a.upload")).isFalse();
        assertThat(directory.resolve("files")).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentTakesThePlaceOfTheOneBefore(Place place) throws IOException {
        var files = in(place);
        files.put("a.json", bytes("{\"a\":1}"));
        files.put("b.json", bytes("{}"));
        files.put("b.other", bytes("no"));
        files.put("a.json", bytes("{\"a\":2}"));

        assertThat(content(files, "a.json")).asString().isEqualTo("{\"a\":2}");
        assertThat(files.ending(".json"))
                .extracting(content -> new String(content, StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder("{\"a\":2}", "{}");
    }

    @ParameterizedTest
    @EnumSource
    void aListGoesOnBehindALineCutOff(Place place) throws IOException {
        var files = in(place);
        try (var list = files.begin("a.list")) {
            list.write("one\ntw");
            list.sync();
            list.write("");
        }
        try (var list = files.goOn("a.list")) {
            list.write("three\n");
        }

        assertThat(content(files, "a.list")).asString().isEqualTo("one\ntw\nthree\n");
        files.begin("a.list").close();
        assertThat(content(files, "a.list")).isEmpty();
        try (var list = files.goOn("new.list")) {
            list.write("first\n");
        }
        assertThat(content(files, "new.list")).asString().isEqualTo("first\n");
    }

    @Test
    void whatOneNodeWritesAnotherReads() throws IOException {
        var one = node("one");
        var other = node("other");
        one.receive("a.upload", new ByteArrayInputStream(bytes("sent")));
        try (var list = one.begin("a.list")) {
            list.write("line\n");
            list.flush();

            assertThat(content(other, "a.list")).asString().isEqualTo("line\n");
        }
        assertThat(other.local("a.upload"))
                .startsWith(directory.resolve("other"))
                .hasContent("sent");
        one.receive("a.upload", new ByteArrayInputStream(bytes("sent again")));
        assertThat(other.local("a.upload")).hasContent("sent again");
    }

    @Test
    void whereAnotherNodeGoesOnTheOneBeforeAddsNothingMore() throws IOException {
        var stopped = node("one").begin("a.list");
        stopped.write("one\n");
        stopped.sync();
        try (var next = node("other").goOn("a.list")) {
            next.write("two\n");
            next.sync();
            stopped.write("again\n");

            assertThatThrownBy(stopped::sync).isInstanceOf(TakenOverException.class);
            assertThat(content(node("third"), "a.list")).asString().isEqualTo("one\ntwo\n");
        }
    }

    @Test
    void whatIsWrittenAnewIsNotReadAsIfItHadEnded() throws IOException {
        var files = node("one");
        files.receive("a.upload", new ByteArrayInputStream(new byte[3_000_000]));
        try (var reading = files.read("a.upload")) {
            assertThat(reading.readNBytes(10)).hasSize(10);
            files.put("a.upload", bytes("other"));

            assertThatThrownBy(reading::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatOneNodeDeletesIsInNoDirectoryOfAnother() throws IOException {
        var one = node("one");
        var other = node("other");
        one.receive("a.upload", new ByteArrayInputStream(bytes("of Jane Doe")));
        one.receive("b.upload", new ByteArrayInputStream(bytes("wanted")));
        other.local("a.upload");
        var wanted = other.local("b.upload");

        one.delete("a.upload");
        assertThat(directory.resolve("one")).isDirectoryNotContaining("glob:**a.upload*");
        other.forgetCopies();

        assertThat(directory.resolve("other")).isDirectoryNotContaining("glob:**a.upload*");
        assertThat(wanted).hasContent("wanted");
    }

    @Test
    void aNodeThatStartsKeepsNoCopyOfWhatWasDeletedMeanwhileNorRests() throws IOException {
        node("other").receive("a.upload", new ByteArrayInputStream(bytes("of Jane Doe")));
        node("other").local("a.upload");
        Files.writeString(directory.resolve("other").resolve("b.upload.part"), "of Jane");
        Files.writeString(directory.resolve("other").resolve("scratch7.part"), "of Jane");
        node("one").delete("a.upload");

        node("other");

        assertThat(directory.resolve("other")).isEmptyDirectory();
    }

    @Test
    void whatIsTakenOutIsThereForWhoeverTookIt() throws IOException {
        var files = node("one");
        files.receive("a.file", new ByteArrayInputStream(bytes("sent")));

        var taken = files.takeOut("a.file");
        files.forgetCopies();

        assertThat(taken).hasContent("sent");
        assertThat(files.has("a.file")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theBytesOfFilesOfAKindAreCounted(Place place) throws IOException {
        var files = in(place);
        files.receive("a.upload", new ByteArrayInputStream(new byte[1_000]));
        files.receive("b.upload", new ByteArrayInputStream(new byte[200]));
        files.receive("b.other", new ByteArrayInputStream(new byte[50]));
        files.local("b.upload");

        assertThat(files.bytes(".upload")).isEqualTo(1_200);
        files.delete("a.upload");
        assertThat(files.bytes(".upload")).isEqualTo(200);
    }

    @Test
    void whatAnEarlierVersionKeptInTheDirectoryIsTakenOver() throws IOException {
        var name = UUID.randomUUID() + ".refusals";
        Files.createDirectories(directory.resolve("one"));
        Files.writeString(directory.resolve("one").resolve(name), "{\"line\":1}\n");

        node("one");

        assertThat(content(node("other"), name)).asString().isEqualTo("{\"line\":1}\n");
        assertThat(directory.resolve("one").resolve(name)).doesNotExist();
    }

    private static byte[] content(StoredFiles files, String name) throws IOException {
        try (var in = files.read(name)) {
            return in.readAllBytes();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.conductregister.command.imports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.conductregister.command.CommandService;
import org.conductregister.entries.FactJson;
import org.dhatim.fastexcel.Workbook;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;

/**
 * Takes a large sheet over HTTP through a check with its profile, a recording, a comparison with a sheet in which every
 * hundredth row has changed, and an undoing; and tells for each how long it took, the heap in use after collections, and the
 * longest time for which the progress that a caller sees stood still. The arguments are the number of rows and {@code csv} or
 * {@code xlsx}.
 */
final class SheetBenchmark {

    private static final String MAPPING = """
        {"force": "KENT", "ids": {"case": "K-{Number}", "officer": "K-{Officer}"}, "facts": [
           {"type": "CaseOpened", "occurredOn": "{Received}", "kind": "COMPLAINT", "source": "PUBLIC"},
           {"type": "AllegationReported", "allegationId": "{Allegation}", "occurredOn": "{Received}", "category": "OTHER"},
           {"type": "AllegationClosed", "when": "{Closed}", "allegationId": "{Allegation}", "occurredOn": "{Closed}"}]}
        """;
    private static final List<String> HEADER = List.of("Number", "Received", "Closed", "Officer", "Allegation");
    private static final int CHANGED = 100;
    private static final LocalDate FIRST_DAY = LocalDate.of(1998, 1, 5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    private SheetBenchmark(String address) {
        this.address = address;
    }

    public static void main(String[] sent) throws Exception {
        var arguments = String.join(" ", sent).split(" ");
        int rows = arguments[0].isEmpty() ? 1_000_000 : Integer.parseInt(arguments[0]);
        boolean workbook = arguments.length > 1 && arguments[1].equals("xlsx");
        var directory = Files.createTempDirectory("sheet-benchmark");
        var first = write(directory.resolve("first"), rows, workbook, 0);
        var second = write(directory.resolve("second"), rows, workbook, 1);
        System.out.printf(Locale.ROOT, "%,d rows, %,d MB%n", rows, Files.size(first) >> 20);
        try (var service = SpringApplication.run(
                CommandService.class,
                "--server.port=0",
                "--register.password=secret",
                "--register.data=" + directory,
                "--spring.datasource.url=jdbc:sqlite:" + directory.resolve("events.db"))) {
            var port = service.getEnvironment().getProperty("local.server.port");
            new SheetBenchmark("http://localhost:" + port).run(first, second);
        }
    }

    private void run(Path first, Path second) throws Exception {
        send("PUT", "/api/v1/import-mappings/benchmark", BodyPublishers.ofString(MAPPING), "application/json");
        var checked = measure("check", () -> upload(first, "check"));
        measure("record", () -> post(checked, "/record", ""));
        var compared = measure("compare", () -> upload(second, "compare"));
        measure("accept", () -> post(compared, "/proposals/accept", "{}"));
        measure("undo what was accepted", () -> post(compared, "/undo", "{\"reason\": \"benchmark\"}"));
        measure("undo all", () -> post(checked, "/undo", "{\"reason\": \"benchmark\"}"));
    }

    private interface Step {
        String begin() throws Exception;
    }

    private String measure(String name, Step step) throws Exception {
        var heap = new HeapAfterCollections();
        long began = System.nanoTime();
        var importId = step.begin();
        long answered = System.nanoTime();
        var progress = FactJson.mapper().readTree("{}");
        var seen = "";
        long changed = System.nanoTime();
        long stood = 0;
        var steps = new LinkedHashMap<String, Double>();
        do {
            Thread.sleep(100);
            progress = get("/api/v1/imports/" + importId);
            var doing = progress.at("/step/doing").asString("");
            if (!doing.isEmpty()) {
                steps.putIfAbsent(doing, Math.round(10 * seconds(System.nanoTime() - began)) / 10.0);
            }
            if (!progress.toString().equals(seen)) {
                seen = progress.toString();
                changed = System.nanoTime();
            }
            stood = Math.max(stood, System.nanoTime() - changed);
        } while (List.of("QUEUED", "RUNNING").contains(progress.get("state").stringValue()));
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s, %s; answered after %.1f s, stood still for %.1f s at most; steps began after s: %s; MiB in use after collections: %s%n",
                name,
                seconds(System.nanoTime() - began),
                progress,
                seconds(answered - began),
                seconds(stood),
                steps,
                heap.peaks());
        return importId;
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private String upload(Path file, String mode) throws Exception {
        var path = "/api/v1/imports?mapping=benchmark&mode=" + mode;
        return send("POST", path, BodyPublishers.ofFile(file), "application/octet-stream")
                .get("importId")
                .stringValue();
    }

    private String post(String importId, String what, String json) throws Exception {
        send("POST", "/api/v1/imports/" + importId + what, BodyPublishers.ofString(json), "application/json");
        return importId;
    }

    private JsonNode get(String path) throws Exception {
        return send("GET", path, BodyPublishers.noBody(), "application/json");
    }

    private JsonNode send(String method, String path, BodyPublisher body, String type) throws Exception {
        var credentials = Base64.getEncoder().encodeToString("handler:secret".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", type)
                .method(method, body);
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
        return FactJson.mapper().readTree(answer.body());
    }

    /** @param later days by which every hundredth allegation is closed later */
    private static Path write(Path file, int rows, boolean workbook, int later) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            if (workbook) {
                writeWorkbook(out, rows, later);
            } else {
                out.write((String.join(",", HEADER) + "\n").getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < rows; i++) {
                    var line =
                            "%d,%s,%s,%s,%s%n".formatted(number(i), received(i), closed(i, later), officer(i), "A" + i);
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return file;
    }

    private static void writeWorkbook(BufferedOutputStream out, int rows, int later) throws IOException {
        try (var workbook = new Workbook(out, "Benchmark", "1.0");
                var sheet = workbook.newWorksheet("Complaints")) {
            for (int column = 0; column < HEADER.size(); column++) {
                sheet.value(0, column, HEADER.get(column));
            }
            for (int i = 0; i < rows; i++) {
                sheet.value(i + 1, 0, number(i));
                sheet.value(i + 1, 1, received(i).toString());
                sheet.value(i + 1, 2, closed(i, later));
                sheet.value(i + 1, 3, officer(i));
                sheet.value(i + 1, 4, "A" + i);
                if (i % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
    }

    /** Some cases have two allegations. */
    private static int number(int row) {
        return row - (row % 5 == 4 ? 1 : 0);
    }

    private static LocalDate received(int row) {
        return FIRST_DAY.plusDays(number(row) / 150);
    }

    private static String closed(int row, int later) {
        return row % 3 == 0
                ? ""
                : received(row)
                        .plusDays(40 + row % 200 + (row % CHANGED == 1 ? later : 0))
                        .toString();
    }

    private static String officer(int row) {
        return row % 7 == 0 ? "" : "O" + row % 30_000;
    }
}

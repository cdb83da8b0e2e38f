package org.conductregister.standalone.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.conductregister.entries.FactJson;
import org.conductregister.standalone.RunningRegister;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes two extracts of one register, published at different times, through a recording, a comparison and its acceptance; and
 * compares the numbers of cases closed and pending, as the statistics give them as known before and as known now, with counts
 * made from the two files, on ten days.
 *
 * <p>The argument is a directory with two files of comma separated values, the earlier first in order of their names, packed
 * with gzip or not. Their first three columns are the number of a case, the day it was received, and the day it was closed or
 * nothing, days as {@code YYYY-MM-DD}. Ends with 1 where a count differs.
 */
final class ExtractsBenchmark {

    private static final String PASSWORD = "benchmark";
    private static final int DAYS = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    private ExtractsBenchmark(String address) {
        this.address = address;
    }

    public static void main(String[] arguments) throws Exception {
        List<Path> files;
        try (var all = Files.list(Path.of(arguments[0]))) {
            files = all.sorted().toList();
        }
        if (files.size() != 2) {
            throw new IllegalArgumentException("There must be two files in " + arguments[0] + ", not " + files.size());
        }
        var data = Files.createTempDirectory("extracts-benchmark");
        boolean equal;
        try (var register =
                RunningRegister.startFully(data, "--register.password=" + PASSWORD, "--register.sample=false")) {
            register.untilReady();
            equal = new ExtractsBenchmark(register.address())
                    .run(Extract.read(files.get(0)), Extract.read(files.get(1)));
        }
        System.exit(equal ? 0 : 1);
    }

    private boolean run(Extract first, Extract second) throws Exception {
        send("PUT", "/api/v1/import-mappings/extract", mapping(first.columns()), "application/json");
        var recorded = ended("record", upload(first, "record"));
        var before = Instant.parse(get("/api/v1/statistics?unit=cases&atLeast=" + recorded.get("position"))
                .get("knownAt")
                .stringValue());
        var compared = upload(second, "compare");
        ended("compare", compared);
        System.out.println("proposed: " + get("/api/v1/imports/" + compared + "/proposals"));
        send("POST", "/api/v1/imports/" + compared + "/proposals/accept", "{}", "application/json");
        var accepted = ended("accept", compared);
        boolean equal = true;
        for (var day : days(first, second)) {
            equal &= isEqual(first, day, "&knownAt=" + before);
            equal &= isEqual(second, day, "&atLeast=" + accepted.get("position"));
        }
        return equal;
    }

    private static String mapping(List<String> columns) {
        return """
            {"force": "KENT", "days": "YMD", "oddDays": "KEEP", "ids": {"case": "X-{%1$s}"}, "facts": [
               {"type": "CaseOpened", "occurredOn": "{%2$s}", "kind": "COMPLAINT", "source": "PUBLIC"},
               {"type": "CaseClosed", "when": "{%3$s}", "occurredOn": "{%3$s}"}]}
            """.formatted(columns.get(0), columns.get(1), columns.get(2));
    }

    /** Ten days, from the first to the last that both extracts know. */
    private static List<LocalDate> days(Extract first, Extract second) {
        var from = first.received(0.2);
        var to = second.received(1);
        long step = (to.toEpochDay() - from.toEpochDay()) / (DAYS - 1);
        return LongStream.range(0, DAYS).mapToObj(i -> from.plusDays(i * step)).toList();
    }

    private boolean isEqual(Extract extract, LocalDate day, String known) throws Exception {
        var asked = get("/api/v1/statistics?unit=cases&force=KENT&groupBy=status&asAt=" + day + known);
        var counts = new TreeMap<String, Long>();
        asked.get("groups")
                .forEach(group -> counts.put(
                        group.get("status").stringValue(), group.get("count").longValue()));
        var expected = extract.countsOn(day);
        boolean equal = counts.equals(expected);
        System.out.printf("%s %s: %s%s%n", extract.name(), day, expected, equal ? "" : ", but asked for " + counts);
        return equal;
    }

    private String upload(Extract extract, String mode) throws Exception {
        var path = "/api/v1/imports?mapping=extract&mode=" + mode;
        return send("POST", path, extract.text(), "text/csv").get("importId").stringValue();
    }

    private JsonNode ended(String what, String importId) throws Exception {
        long began = System.nanoTime();
        var progress = get("/api/v1/imports/" + importId);
        while (List.of("QUEUED", "RUNNING").contains(progress.get("state").stringValue())) {
            Thread.sleep(100);
            progress = get("/api/v1/imports/" + importId);
        }
        System.out.printf(Locale.ROOT, "%s: %.1f s: %s%n", what, (System.nanoTime() - began) / 1e9, progress);
        if (!progress.get("state").stringValue().equals("COMPLETED")) {
            throw new IllegalStateException("It did not complete");
        }
        return progress;
    }

    private JsonNode get(String path) throws Exception {
        return send("GET", path, "", "application/json");
    }

    private JsonNode send(String method, String path, String body, String type) throws Exception {
        var credentials = Base64.getEncoder().encodeToString(("handler:" + PASSWORD).getBytes(UTF_8));
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
        return FactJson.mapper().readTree(answer.body());
    }

    /**
     * An extract, read without any of the register's own code.
     *
     * @param cases by number; of one stated twice, the first
     */
    private record Extract(String name, List<String> columns, String text, Map<String, Stated> cases) {

        private record Stated(LocalDate received, @Nullable LocalDate closed) {}

        static Extract read(Path file) throws IOException {
            var name = file.getFileName().toString();
            try (InputStream in = name.endsWith(".gz")
                    ? new GZIPInputStream(Files.newInputStream(file))
                    : Files.newInputStream(file)) {
                return of(name, new String(in.readAllBytes(), UTF_8));
            }
        }

        private static Extract of(String name, String text) throws IOException {
            var cases = new HashMap<String, Stated>();
            var lines =
                    new BufferedReader(new InputStreamReader(new ByteArrayInputStream(text.getBytes(UTF_8)), UTF_8));
            var columns = List.of(lines.readLine().split(",", -1));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split(",", -1);
                if (!cells[1].isEmpty()) {
                    cases.putIfAbsent(cells[0], stated(LocalDate.parse(cells[1]), cells[2]));
                }
            }
            return new Extract(name, columns, text, cases);
        }

        /** A day of closing before the day of receipt is no closing: the register refuses it. */
        private static Stated stated(LocalDate received, String closed) {
            var day = closed.isEmpty() ? null : LocalDate.parse(closed);
            return new Stated(received, day == null || day.isBefore(received) ? null : day);
        }

        /** The day up to which such a share of the cases was received. */
        LocalDate received(double share) {
            return cases.values().stream()
                    .map(Stated::received)
                    .sorted()
                    .skip(Math.round(share * (cases.size() - 1)))
                    .findFirst()
                    .orElseThrow();
        }

        Map<String, Long> countsOn(LocalDate day) {
            var counts = new TreeMap<String, Long>();
            for (var each : cases.values()) {
                if (!each.received().isAfter(day)) {
                    boolean closed = each.closed() != null && !each.closed().isAfter(day);
                    counts.merge(closed ? "CLOSED" : "PENDING", 1L, Long::sum);
                }
            }
            return counts;
        }
    }
}

package org.conductregister.standalone.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparingInt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;

/** Every read that there is, of records whose numbers and texts have a mark in them, and with the parameters that it needs. */
final class EveryRead {

    static final List<String> UNITS = List.of("allegations", "cases", "officers", "referrals", "responses");

    private final String caseId;
    private final String officer;
    private final String recommendation;
    private final Map<String, List<String>> parameters;

    /** @param words that find the records */
    EveryRead(String caseId, String officer, String recommendation, String words) {
        this.caseId = caseId;
        this.officer = officer;
        this.recommendation = recommendation;
        this.parameters = Map.ofEntries(
                Map.entry("/statistics", UNITS.stream().map("unit="::concat).toList()),
                Map.entry("/series", each("unit=%s&from=2024-01-01&to=2024-12-31&step=MONTH")),
                Map.entry("/compare", each("unit=%s&asAt=2024-01-01&asAt2=2024-12-31")),
                Map.entry("/members", each("unit=%s")),
                Map.entry(
                        "/durations",
                        List.of("unit=allegations&from=REPORTED&to=CLOSED", "unit=cases&from=REPORTED&to=CLOSED")),
                Map.entry("/durations/members", List.of("unit=cases&from=REPORTED&to=CLOSED&part=OPEN")),
                Map.entry("/flows", List.of("unit=cases&from=2024-01-01&to=2024-12-31&step=MONTH")),
                Map.entry("/flows/members", List.of("unit=cases&from=2024-01-01&to=2024-12-31&flow=RECEIVED")),
                Map.entry(
                        "/export",
                        List.of(
                                "unit=cases&groupBy=force&format=csv",
                                "unit=cases&groupBy=force&format=xlsx",
                                "unit=cases&groupBy=force&format=ods")),
                Map.entry("/search", List.of("q=" + words, "q=" + caseId)),
                Map.entry("/search/suggestions", List.of("q=" + words)),
                Map.entry("/cases", List.of("", "q=" + words, "officerId=" + officer)),
                Map.entry("/audit", List.of("", "record=" + caseId)),
                Map.entry("/access-log", List.of("user=handler", "record=" + caseId)),
                Map.entry("/audit/access", List.of("user=handler", "record=" + caseId)),
                Map.entry("/for-publication", List.of("unit=cases&groupBy=force")));
    }

    private static List<String> each(String parameters) {
        return UNITS.stream().map(parameters::formatted).toList();
    }

    /** Returns the addresses of a read: of nobody, of what is marked, and with the parameters that it needs. */
    List<String> addresses(Call read) {
        var bare = read.path();
        var marked = read.pattern()
                .replaceAll("/cases/\\{\\w+}", "/cases/" + caseId)
                .replaceAll("/officers/\\{\\w+}", "/officers/" + officer)
                .replaceAll("/recommendations/\\{\\w+}", "/recommendations/" + recommendation);
        var paths = marked.contains("{") || marked.contains("*") ? List.of(bare) : List.of(bare, marked);
        return paths.stream()
                .flatMap(path -> parametersOf(path).stream().map(asked -> asked.isEmpty() ? path : path + "?" + asked))
                .distinct()
                .toList();
    }

    /** The longest ending of a path that has parameters says which. */
    private List<String> parametersOf(String path) {
        return parameters.entrySet().stream()
                .filter(known -> path.endsWith(known.getKey()))
                .max(comparingInt(known -> known.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(List.of(""));
    }

    static List<String> accepts(Call read) {
        return read.isOfApi() ? List.of("application/json", "text/csv", "application/x-ndjson") : List.of("text/html");
    }

    /** An answer, with all that a file has in it. */
    record Told(int statusCode, String body, String headers) {

        /**
         * Whether a mark, in lower case, is left when the words that were sent are taken out.
         *
         * @param words that the address may have
         */
        boolean has(String mark, String address, List<String> words) {
            var told = (body + headers).toLowerCase(Locale.ROOT);
            for (var word : words) {
                told = address.contains(word) ? told.replace(word.toLowerCase(Locale.ROOT), "") : told;
            }
            return told.contains(mark);
        }
    }

    Told get(StartedRegister register, String user, String path, String accept)
            throws IOException, InterruptedException {
        var answer = register.sendForBytes(Way.BASIC
                .as(register, user)
                .request(path)
                .header("Accept", accept)
                .GET()
                .build());
        return new Told(
                answer.statusCode(), text(answer.body()), answer.headers().map().toString());
    }

    /** Returns all that a file has, zipped or not. */
    private static String text(byte[] file) throws IOException {
        if (file.length < 2 || file[0] != 'P' || file[1] != 'K') {
            return new String(file, UTF_8);
        }
        var all = new ByteArrayOutputStream();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                zip.transferTo(all);
            }
        }
        return all.toString(UTF_8);
    }
}

package org.conductregister.command.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * Makes a file of entries like those of a real register: cases of one to four allegations against officers who are
 * registered when first accused, closed some months later, all in order of the day. The same seed gives the same file.
 */
final class ChicagoLikeEntries {

    private static final String[] CATEGORIES = {"EXCESSIVE_FORCE", "NEGLECT_OF_DUTY", "DISCRIMINATION", "OTHER"};
    private static final String[] FINDINGS = {"SUSTAINED", "NOT_SUSTAINED", "UNFOUNDED", "EXONERATED"};

    private record Line(LocalDate day, long order, String json) {}

    private final Random random;
    private final PriorityQueue<Line> later =
            new PriorityQueue<>(Comparator.comparing(Line::day).thenComparingLong(Line::order));
    private final Set<Integer> registered = new HashSet<>();
    private long order;
    private int cases;

    private ChicagoLikeEntries(long seed) {
        random = new Random(seed);
    }

    static void write(Path file, long seed, int lines) throws IOException {
        var entries = new ChicagoLikeEntries(seed);
        try (var writer = Files.newBufferedWriter(file)) {
            entries.write(writer, lines);
        }
    }

    private void write(BufferedWriter writer, int lines) throws IOException {
        var day = LocalDate.of(1990, 1, 1);
        for (int written = 0; written < lines; written++) {
            while (later.isEmpty() || !later.peek().day().isBefore(day)) {
                openCase(day);
                day = day.plusDays(random.nextInt(20) == 0 ? 1 : 0);
            }
            writer.write(later.remove().json());
            writer.write('\n');
        }
    }

    private void openCase(LocalDate day) {
        String caseId = "C" + (1_000_000 + cases++);
        var closedOn = day.plusDays(random.nextInt(700));
        int allegations = 1 + Math.min(3, (int) Math.abs(random.nextGaussian()));
        add(
                day,
                "CaseOpened",
                "caseId",
                caseId,
                "\"force\": \"LANCASHIRE\", \"kind\": \"COMPLAINT\", \"source\": \"PUBLIC\"");
        for (int i = 1; i <= allegations; i++) {
            int officer = (int) (12_000 * Math.pow(random.nextDouble(), 2));
            if (registered.add(officer)) {
                add(
                        day,
                        "OfficerRegistered",
                        "officerId",
                        "O" + officer,
                        "\"force\": \"LANCASHIRE\", \"workforce\": \"POLICE_OFFICER\"");
            }
            add(
                    day,
                    "AllegationReported",
                    "caseId",
                    caseId,
                    "\"allegationId\": \"%s-%d\", \"officerId\": \"O%d\", \"category\": \"%s\""
                            .formatted(caseId, i, officer, any(CATEGORIES)));
            add(
                    closedOn,
                    "AllegationClosed",
                    "caseId",
                    caseId,
                    "\"allegationId\": \"%s-%d\", \"finding\": \"%s\"".formatted(caseId, i, any(FINDINGS)));
        }
        add(closedOn, "CaseClosed", "caseId", caseId, "\"note\": \"File %08x\"".formatted(random.nextInt()));
    }

    private void add(LocalDate day, String type, String idField, String id, String fields) {
        var json = "{\"type\": \"%s\", \"%s\": \"%s\", \"occurredOn\": \"%s\", %s}"
                .formatted(type, idField, id, day, fields);
        later.add(new Line(day, order++, json));
    }

    private String any(String[] words) {
        return words[random.nextInt(words.length)];
    }
}

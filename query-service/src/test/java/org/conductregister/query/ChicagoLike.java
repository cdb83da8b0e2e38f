package org.conductregister.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AllegationClosed;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;

/** Entries in the proportions of a large real register, in order of the day: 4.4 entries a case, 23,000 officers at most. */
public final class ChicagoLike {

    /** A fact and whose record it goes on. */
    public record Logged(RecordId record, Fact fact) {}

    private static final ForceCode FORCE = new ForceCode("CHICAGO");
    private static final LocalDate FIRST = LocalDate.of(1988, 1, 1);
    private static final int DAYS = 11_000;

    private ChicagoLike() {}

    public static List<Logged> cases(int count) {
        var random = new Random(1);
        var entries = new ArrayList<Logged>();
        for (int i = 0; i < count; i++) {
            addCase(entries, i, random);
        }
        entries.sort(Comparator.comparing(entry -> entry.fact().occurredOn()));
        return registeringOfficers(entries);
    }

    private static void addCase(List<Logged> entries, int number, Random random) {
        var record = RecordId.of(new CaseId("C" + (262_000 + number)));
        var received = FIRST.plusDays(random.nextInt(DAYS));
        var closed = received.plusDays(random.nextInt(700));
        entries.add(new Logged(
                record,
                new CaseOpened(received, FORCE, CaseKind.COMPLAINT, CaseSource.PUBLIC, null, null, null, null)));
        int allegations = random.nextInt(4) == 0 ? 1 + random.nextInt(4) : 1;
        for (int i = 0; i < allegations; i++) {
            var id = new AllegationId("A" + number + "-" + i);
            var officer = random.nextInt(5) == 0 ? null : new OfficerId("O" + random.nextInt(23_000));
            var category = new CategoryCode("CHICAGO_USE_OF_FORCE_" + random.nextInt(12));
            entries.add(new Logged(
                    record, new AllegationReported(received, id, category, officer, null, null, null, null)));
            var finding = new FindingCode(random.nextInt(6) == 0 ? "SUSTAINED" : "NOT_SUSTAINED");
            entries.add(new Logged(record, new AllegationClosed(closed, id, finding, null, null)));
        }
        entries.add(new Logged(record, new CaseClosed(closed, null)));
    }

    private static List<Logged> registeringOfficers(List<Logged> entries) {
        var registered = new HashSet<OfficerId>();
        var all = new ArrayList<Logged>(entries.size());
        for (var entry : entries) {
            if (entry.fact() instanceof AllegationReported report
                    && report.officerId() != null
                    && registered.add(report.officerId())) {
                all.add(new Logged(
                        RecordId.of(report.officerId()),
                        new OfficerRegistered(report.occurredOn(), FORCE, Workforce.POLICE_OFFICER, null, null, null)));
            }
            all.add(entry);
        }
        return all;
    }
}

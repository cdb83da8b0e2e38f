package org.conductregister.standalone.sample.script;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.Tags;

/** Opens the cases of one plan, each with its own {@link SeededRandom}, so that a change of one leaves the others as they are. */
public final class Casework {

    public static final Tags UNTAGGED = Tags.NONE;

    /** A number of cases with the same ending. */
    public record Share(int cases, Ending ending) {}

    /** A case still to be written: the day it was opened, and its ending. */
    public record Due(LocalDate openedOn, Ending ending) {}

    private final EntryCollector collector;
    private final String plan;
    private final SeededRandom random;
    private final Personnel personnel;
    private int opened;

    public Casework(EntryCollector collector, String plan) {
        this.collector = collector;
        this.plan = plan;
        this.random = collector.random(plan);
        this.personnel = new Personnel(collector, collector.random(plan + "/personnel"));
    }

    public SeededRandom random() {
        return random;
    }

    public Personnel personnel() {
        return personnel;
    }

    public CaseScript script(Force force, LocalDate openedOn) {
        return new CaseScript(collector, collector.random(plan + "/" + ++opened), force, openedOn);
    }

    /** A case with one allegation against one officer. */
    public Accusation single(
            LocalDate day, Officer officer, CaseKind kind, CaseSource source, Category category, Tags tags) {
        return script(officer.force(), day)
                .opened(kind, source, category, officer.workforce(), UNTAGGED)
                .accused(officer, category, tags);
    }

    /** In order of the day; each comes in early enough to come to its end by {@code closedBy}. */
    public List<Due> spread(List<Share> shares, LocalDate from, LocalDate to, LocalDate closedBy) {
        var due = new ArrayList<Due>();
        for (var share : shares) {
            var latest = closedBy.minusDays(share.ending().leastDays());
            var last = latest.isBefore(to) ? latest : to;
            for (var day : random.workingDays(share.cases(), from, last)) {
                due.add(new Due(day, share.ending()));
            }
        }
        due.sort(Comparator.comparing(Due::openedOn));
        return due;
    }
}

package org.conductregister.standalone.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Tags;

/** Opens the cases of one plan, each with its own dice, so that a change of one leaves the others as they are. */
final class Casework {

    static final Tags UNTAGGED = Tags.NONE;

    /** So many cases that come to one end. */
    record Share(int cases, Ending ending) {}

    /** A case still to be told: when it came in and how it goes. */
    record Due(LocalDate openedOn, Ending ending) {}

    private final Logbook logbook;
    private final String plan;
    private final Dice dice;
    private final Personnel personnel;
    private int opened;

    Casework(Logbook logbook, String plan) {
        this.logbook = logbook;
        this.plan = plan;
        this.dice = logbook.dice(plan);
        this.personnel = new Personnel(logbook, logbook.dice(plan + "/personnel"));
    }

    Dice dice() {
        return dice;
    }

    Personnel personnel() {
        return personnel;
    }

    Tale tale(Force force, LocalDate openedOn) {
        return new Tale(logbook, logbook.dice(plan + "/" + ++opened), force, openedOn);
    }

    /** A case with one allegation against one officer. */
    Accusation single(LocalDate day, Officer officer, CaseKind kind, CaseSource source, Category category, Tags tags) {
        return tale(officer.force(), day)
                .opened(kind, source, category, officer.workforce(), UNTAGGED)
                .accused(officer, category, tags);
    }

    /** In order of the day; each comes in early enough to come to its end by {@code closedBy}. */
    List<Due> spread(List<Share> shares, LocalDate from, LocalDate to, LocalDate closedBy) {
        var due = new ArrayList<Due>();
        for (var share : shares) {
            var latest = closedBy.minusDays(share.ending().leastDays());
            var last = latest.isBefore(to) ? latest : to;
            for (var day : dice.workingDays(share.cases(), from, last)) {
                due.add(new Due(day, share.ending()));
            }
        }
        due.sort(Comparator.comparing(Due::openedOn));
        return due;
    }
}

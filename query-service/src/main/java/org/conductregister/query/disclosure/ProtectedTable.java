package org.conductregister.query.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conductregister.query.disclosure.ReaderKnowledge.Subject;
import org.conductregister.query.disclosure.attack.Knowledge.Secret;
import org.conductregister.query.disclosure.attack.SafetyCheck;
import org.conductregister.query.disclosure.attack.TimeLimit;
import org.conductregister.query.disclosure.attack.TimeRanOutException;
import org.jspecify.annotations.Nullable;

/**
 * Finds a way to publish a table: hides or rounds, has the result checked by itself and together with the tables published
 * before, and hides more where a secret can be worked out. For one table and one thread.
 */
final class ProtectedTable {

    private static final int MOST_ATTEMPTS = 12;

    private final PublishedTable asCounted;
    private final CountedTables.Related related;
    private final SafetyCheck check;
    private final TimeLimit limit;

    private final Set<Subject> safeAlone = new HashSet<>();
    private final Set<Subject> safeTogether = new HashSet<>();

    ProtectedTable(PublishedTable asCounted, CountedTables.Related related, TimeLimit limit) {
        this.asCounted = asCounted;
        this.related = related;
        this.limit = limit;
        this.check = new SafetyCheck(limit);
    }

    /**
     * The table as it can be published; null where there is no way.
     *
     * @throws TimeRanOutException where that was not found out in time
     */
    @Nullable
    PublishedTable find() {
        if (asCounted.rule().isRounding()) {
            var rounded = asCounted.with(Collections.nCopies(asCounted.counts().cells(), CellState.ROUNDED));
            return exposed(rounded).isEmpty() ? rounded : null;
        }
        var draft = new TableDraft(asCounted, related.published(), limit);
        var differences = new ReaderKnowledge(related.groups(), asCounted.rule().suppressBelow());
        for (var other : related.ofOtherPopulations(asCounted.question())) {
            differences.differences(Released.of(asCounted), other, asCounted.rule()).stream()
                    .filter(difference -> draft.has(difference.values()) && isShown(other, difference.values()))
                    .forEach(difference -> draft.hide(difference.values()));
        }
        draft.protectAll();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            limit.check();
            var table = draft.table();
            var exposed = exposed(table);
            if (exposed.isEmpty()) {
                return table;
            }
            if (!hideMore(draft, exposed)) {
                return null;
            }
        }
        return null;
    }

    private boolean isShown(Released other, List<@Nullable Object> values) {
        var theirs = new ArrayList<@Nullable Object>();
        for (var dimension : other.question().groupBy()) {
            int at = asCounted.dimensions().indexOf(dimension);
            theirs.add(at < 0 ? null : values.get(at));
        }
        var cell = other.byValues().get(theirs);
        return cell == null || !cell.state().isHidden();
    }

    /**
     * The secrets that would be worked out because of this table. What was found to be safe stays so when more is hidden, and is
     * not looked at again.
     */
    private List<Subject> exposed(PublishedTable table) {
        var released = Released.of(table);
        var alone = new ReaderKnowledge(
                related.groupsOf(released.question()), table.rule().suppressBelow());
        alone.add(released);
        var exposed = exposed(alone, safeAlone);
        if (exposed.isEmpty() && !related.tables().isEmpty()) {
            exposed = exposed(together(released, true), safeTogether);
            if (!exposed.isEmpty()) {
                var before = workedOutBefore(released, exposed);
                safeTogether.addAll(before);
                exposed = exposed.stream()
                        .filter(subject -> !before.contains(subject))
                        .toList();
            }
        }
        return exposed;
    }

    private List<Subject> exposed(ReaderKnowledge knowledge, Set<Subject> safe) {
        var exposed =
                subjects(check.exposed(knowledge.knowledge(), secret -> !safe.contains((Subject) secret.subject())));
        for (var secret : knowledge.knowledge().secrets()) {
            safe.add((Subject) secret.subject());
        }
        exposed.forEach(safe::remove);
        return exposed;
    }

    /**
     * The secrets that readers certainly know already, whatever this table shows. One of which that is not certain is not among
     * them: the table is then refused, though it may tell nothing new.
     */
    private Set<Subject> workedOutBefore(Released released, List<Subject> exposed) {
        var of = Set.copyOf(exposed);
        return Set.copyOf(subjects(SafetyCheck.told(
                together(released, false).knowledge(), secret -> of.contains((Subject) secret.subject()))));
    }

    /** @param shown whether readers see the table too, or it is only to be kept secret what is small in it */
    private ReaderKnowledge together(Released released, boolean shown) {
        var telling = released;
        if (related.areOfOnePopulation()) {
            var others = related.tables().stream()
                    .map(table -> table.question().groupBy())
                    .toList();
            telling = Reduction.ear(released, others);
        }
        var all = new ArrayList<>(related.tables());
        all.add(telling);
        var knowledge =
                new ReaderKnowledge(related.groupsOf(all), asCounted.rule().suppressBelow());
        related.tables().forEach(knowledge::add);
        if (shown) {
            knowledge.add(telling);
        } else {
            knowledge.addSecrets(telling);
        }
        for (int i = 1; i < all.size(); i++) {
            for (var before : all.subList(0, i)) {
                protectDifferences(knowledge, before, all.get(i));
            }
        }
        return knowledge;
    }

    private void protectDifferences(ReaderKnowledge knowledge, Released before, Released table) {
        if (!before.question().population().equals(table.question().population())) {
            knowledge.protect(
                    table,
                    knowledge.differences(table, before, asCounted.rule()),
                    asCounted.rule().possibilities());
        }
    }

    private static List<Subject> subjects(List<Secret> secrets) {
        return secrets.stream().map(secret -> (Subject) secret.subject()).toList();
    }

    private boolean hideMore(TableDraft draft, List<Subject> exposed) {
        boolean more = false;
        for (var subject : exposed) {
            if (subject.question().equals(asCounted.question()) && draft.has(subject.values())) {
                more |= draft.widen(subject.values());
            } else {
                for (var values : related.cellsThatShare(asCounted.question(), subject.groups())) {
                    if (draft.has(values)) {
                        draft.hide(values);
                        more |= draft.widen(values);
                    }
                }
            }
        }
        return more;
    }
}

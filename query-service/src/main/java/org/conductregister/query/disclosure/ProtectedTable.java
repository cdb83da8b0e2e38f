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
    private final List<Released> published;
    private final List<Reader> readers = new ArrayList<>();
    private final SafetyCheck check;
    private final TimeLimit limit;

    private final Set<Subject> safeAlone = new HashSet<>();

    /**
     * A reader of tables published before.
     *
     * @param related the tables, and the question that this table is read to answer
     * @param safe the secrets that this reader was found not to work out
     */
    private record Reader(CountedTables.Related related, Set<Subject> safe) {}

    /**
     * Begins with what is known.
     *
     * @param readers of tables of the same unit first; then, if there are any, of those and tables of other units read as such;
     *     then the same for each other unit, as which this table is read
     * @param published tables of the same population can have hidden what is to stay hidden in this one
     */
    ProtectedTable(
            PublishedTable asCounted, List<CountedTables.Related> readers, List<Released> published, TimeLimit limit) {
        this.asCounted = asCounted;
        this.related = readers.getFirst();
        this.published = published;
        readers.forEach(reader -> this.readers.add(new Reader(reader, new HashSet<>())));
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
            return exposed(rounded).secrets().isEmpty() ? rounded : null;
        }
        var draft = new TableDraft(asCounted, published, limit);
        var differences = new ReaderKnowledge(related.groups(), asCounted.rule().suppressBelow());
        for (var other : related.ofOtherPopulations()) {
            differences.differences(Released.of(asCounted), other, asCounted.rule()).stream()
                    .filter(difference -> draft.has(difference.values()) && isShown(other, difference.values()))
                    .forEach(difference -> draft.hide(difference.values()));
        }
        draft.protectAll();
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            limit.check();
            var table = draft.table();
            var exposed = exposed(table);
            if (exposed.secrets().isEmpty()) {
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
     * Secrets that would be worked out.
     *
     * @param by what readers know that work them out
     */
    private record Exposed(List<Subject> secrets, CountedTables.Related by) {}

    /**
     * The secrets that would be worked out because of this table. What was found to be safe stays so when more is hidden, and is
     * not looked at again.
     */
    private Exposed exposed(PublishedTable table) {
        var released = Released.of(table);
        var alone = new ReaderKnowledge(
                related.groupsOf(released.question()), table.rule().suppressBelow());
        alone.add(released);
        var exposed = new Exposed(exposed(alone, safeAlone), related);
        for (var reader : readers) {
            if (exposed.secrets().isEmpty() && !reader.related().tables().isEmpty()) {
                var asRead = new Released(reader.related().question(), released.rule(), released.cells());
                exposed = new Exposed(exposed(reader, asRead), reader.related());
            }
        }
        return exposed;
    }

    private List<Subject> exposed(Reader reader, Released released) {
        var exposed = exposed(together(reader, released, true), reader.safe());
        if (exposed.isEmpty()) {
            return exposed;
        }
        var before = workedOutBefore(reader, released, exposed);
        reader.safe().addAll(before);
        return exposed.stream().filter(subject -> !before.contains(subject)).toList();
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
    private Set<Subject> workedOutBefore(Reader reader, Released released, List<Subject> exposed) {
        var of = Set.copyOf(exposed);
        return Set.copyOf(subjects(SafetyCheck.told(
                together(reader, released, false).knowledge(), secret -> of.contains((Subject) secret.subject()))));
    }

    /** @param shown whether readers see the table too, or it is only to be kept secret what is small in it */
    private ReaderKnowledge together(Reader reader, Released released, boolean shown) {
        var others = reader.related();
        var telling = released;
        if (others.areOfOnePopulation()) {
            var dimensions = others.tables().stream()
                    .map(table -> table.question().groupBy())
                    .toList();
            telling = Reduction.ear(released, dimensions);
        }
        var all = new ArrayList<>(others.tables());
        all.add(telling);
        var knowledge =
                new ReaderKnowledge(others.groupsOf(all), asCounted.rule().suppressBelow());
        others.tables().forEach(knowledge::add);
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

    private boolean hideMore(TableDraft draft, Exposed exposed) {
        boolean more = false;
        for (var subject : exposed.secrets()) {
            if (subject.question().equals(exposed.by().question()) && draft.has(subject.values())) {
                more |= draft.widen(subject.values());
            } else {
                for (var values : exposed.by().cellsThatShare(subject.groups())) {
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

package org.conductregister.command.imports.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conductregister.command.imports.rows.Statements;
import org.conductregister.command.imports.rows.Statements.Statement;
import org.conductregister.entries.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The differences between what earlier sheets and a new one say of one record.
 *
 * @param changes in the order of the new sheet, what is gone behind
 * @param unchanged what both say alike
 */
record Difference(List<Change> changes, List<Change> unchanged) {

    /** The number of statements that are the same. */
    long same() {
        return unchanged.size();
    }

    /**
     * One of them.
     *
     * @param before null where it is new
     * @param after null where it is gone
     */
    record Change(@Nullable Statement before, @Nullable Statement after) {

        /** In the new sheet, or what is given for what it states no more. */
        long line(long gone) {
            return after == null ? gone : after.line();
        }
    }

    /**
     * Compares, subject by subject: what is the same on both sides is paired first, then the others in their order.
     *
     * @param unreadable subjects of which the new sheet says something that cannot be read: what was said of them is not gone
     */
    static Difference between(Statements earlier, Statements now, Set<String> unreadable) {
        var changes = new ArrayList<Change>();
        var gone = new ArrayList<Change>();
        var unchanged = new ArrayList<Change>();
        var seen = new HashSet<String>();
        for (var subject : now.subjects()) {
            seen.add(subject);
            var before = new ArrayList<>(earlier.of(subject));
            var after = new ArrayList<Statement>();
            for (var statement : now.of(subject)) {
                var equal = before.stream()
                        .filter(each -> Entry.isSame(
                                each.entry().fact(), statement.entry().fact()))
                        .findFirst();
                if (equal.isPresent()) {
                    before.remove(equal.get());
                    unchanged.add(new Change(equal.get(), statement));
                } else {
                    after.add(statement);
                }
            }
            for (int i = 0; i < after.size(); i++) {
                changes.add(new Change(i < before.size() ? before.get(i) : null, after.get(i)));
            }
            if (!unreadable.contains(subject)) {
                before.stream().skip(after.size()).forEach(each -> gone.add(new Change(each, null)));
            }
        }
        for (var subject : earlier.subjects()) {
            if (!seen.contains(subject) && !unreadable.contains(subject)) {
                earlier.of(subject).forEach(each -> gone.add(new Change(each, null)));
            }
        }
        changes.addAll(gone);
        return new Difference(changes, unchanged);
    }
}

package org.conductregister.command.imports.compare;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.conductregister.claims.Clash;
import org.conductregister.claims.RecordClaims;
import org.conductregister.command.imports.compare.Difference.Change;
import org.conductregister.command.imports.compare.SaidByRecord.OfRecord;
import org.conductregister.command.imports.rows.Statements.Statement;
import org.conductregister.command.imports.run.ForceReference;
import org.conductregister.command.imports.scratch.ScratchTexts;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The cases that have the references which one comparison proposes: as recorded, or as the comparison has proposed already. A case
 * of which the sheet gives up a reference stands in nobody's way. Memory does not grow with the sheet. For one thread.
 */
final class ProposedReferences implements Closeable {

    private final RecordClaims claims;
    private final SaidByRecord said;
    private final ScratchTexts proposed;
    private final Map<ForceReference, RecordId> recorded = new HashMap<>();

    /** @param proposed an empty file for the cases by reference */
    ProposedReferences(RecordClaims claims, SaidByRecord said, ScratchTexts proposed) {
        this.claims = claims;
        this.said = said;
        this.proposed = proposed;
    }

    /** Looks up which cases have the references that some records are now said to have. One look-up for each 500 of them. */
    void lookUp(Collection<OfRecord> records) {
        recorded.clear();
        var stated = records.stream()
                .flatMap(one -> one.difference().changes().stream())
                .map(Change::after)
                .filter(Objects::nonNull)
                .map(after -> ForceReference.writtenIn(after.entry().fact()))
                .filter(Objects::nonNull)
                .toList();
        claims.heldOf(stated)
                .forEach(held -> recorded.put(new ForceReference(held.force(), held.reference()), held.holder()));
    }

    /** Returns what stands against a fact of a record that was looked up; null where nothing does. */
    @Nullable
    Clash clashOf(RecordId record, Fact fact) {
        var written = ForceReference.writtenIn(fact);
        var reference = ForceReference.in(fact);
        if (written == null || reference == null) {
            return null;
        }
        var holder = holder(reference);
        return holder == null || holder.equals(record)
                ? null
                : new Clash(Clash.Kind.REFERENCE_TAKEN, record, holder, written.value());
    }

    private @Nullable RecordId holder(ForceReference reference) {
        var ofProposal = proposed.of(reference.key());
        if (!ofProposal.isEmpty()) {
            return RecordId.parse(new String(ofProposal.getLast(), StandardCharsets.UTF_8));
        }
        var holder = recorded.get(reference);
        return holder == null || isGivenUp(holder, reference) ? null : holder;
    }

    private boolean isGivenUp(RecordId holder, ForceReference reference) {
        return said.of(holder.toString()).difference().changes().stream()
                .anyMatch(change -> states(change.before(), reference) && !states(change.after(), reference));
    }

    private static boolean states(@Nullable Statement statement, ForceReference reference) {
        return statement != null
                && reference.equals(ForceReference.in(statement.entry().fact()));
    }

    /** Takes note of what is proposed of a record. */
    void propose(RecordId record, Fact fact) {
        var reference = ForceReference.in(fact);
        if (reference != null) {
            proposed.add(reference.key(), record.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        proposed.close();
    }
}

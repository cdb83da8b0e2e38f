package org.conductregister.command.imports.compare;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import org.conductregister.command.imports.compare.Difference.Change;
import org.conductregister.command.imports.files.Comparison;
import org.conductregister.command.imports.files.Proposal;
import org.conductregister.command.imports.files.ProposalKind;
import org.conductregister.command.imports.rows.Statements.Statement;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactJson;
import org.jspecify.annotations.Nullable;

/** Writes the proposals of one comparison, and counts them. For one thread. */
final class ProposalWriter implements Closeable {

    private final Writer proposals;
    private Comparison comparison = Comparison.NONE;
    private long lastLine;

    ProposalWriter(Writer proposals) {
        this.proposals = proposals;
    }

    /** Sets the last line of the sheet: what it states no more is given lines behind it. */
    void sheetEndsAt(long line) {
        lastLine = line;
    }

    /** The line that would be given to a statement of the sheet, or to one that it states no more. */
    long line(Change change) {
        return change.line(lastLine + 1);
    }

    /** Counts statements that are the same; fewer where {@code more} is negative. */
    void same(long more) {
        comparison = comparison.andSame(more);
    }

    /** Writes a proposal. */
    void write(Change change, ProposalKind kind, @Nullable Entry entry) throws IOException {
        comparison = comparison.and(kind);
        long line = change.after() == null ? ++lastLine : change.after().line();
        var proposal = new Proposal(
                line,
                kind,
                entry == null ? null : FactJson.of(entry),
                fact(change.after()),
                change.before() == null ? null : FactJson.of(change.before().entry()),
                change.after() == null ? null : FactJson.of(change.after().entry()));
        proposals.write(FactJson.mapper().writeValueAsString(proposal));
        proposals.write('\n');
    }

    private static @Nullable Integer fact(@Nullable Statement after) {
        var of = after == null ? null : after.of();
        return of == null ? null : of.template().index();
    }

    Comparison comparison() {
        return comparison;
    }

    @Override
    public void close() throws IOException {
        proposals.close();
    }
}

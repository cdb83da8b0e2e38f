package org.conductregister.command.imports.rows;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.rows.Row.Refused;
import org.conductregister.entries.CodeLists;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.MalformedEntryException;

/** Reads the entries of an import, a batch at a time. A line that is none does not keep the others from being read. */
public final class RowReader {

    private final EntryTrees trees;
    private final EntryReader entries;
    private final Today today;

    public RowReader(EntryTrees trees, CodeLists codeLists, Today today) {
        this.trees = trees;
        this.entries = new EntryReader(codeLists);
        this.today = today;
    }

    /**
     * The next lines, so many as stay within both bounds, and one at least; none at the end. Empty lines are passed over.
     *
     * @param bytes of the file, so that memory stays bounded where lines are long
     */
    public List<Row> next(int lines, int bytes) throws IOException {
        var rows = new ArrayList<Row>(lines);
        var day = today.day();
        int size = 0;
        while (rows.size() < lines && size < bytes) {
            var item = trees.next();
            if (item == null) {
                break;
            }
            size += item.size();
            rows.add(
                    switch (item) {
                        case EntryTrees.Tree read -> row(read, day);
                        case EntryTrees.Unreadable not -> new Refused(not.line(), not.code(), not.detail(), not.sent());
                    });
        }
        return rows;
    }

    private Row row(EntryTrees.Tree tree, LocalDate day) {
        try {
            var entry = entries.read(tree.json(), null, day);
            return new Row.Read(tree.line(), entry, tree.json());
        } catch (MalformedEntryException e) {
            return new Refused(tree.line(), e.code().name(), e.getMessage(), tree.json());
        }
    }
}

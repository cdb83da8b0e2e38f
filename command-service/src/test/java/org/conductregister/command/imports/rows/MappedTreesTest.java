package org.conductregister.command.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.conductregister.command.imports.rows.EntryTrees.Tree;
import org.conductregister.command.imports.rows.EntryTrees.Unreadable;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.entries.FactJson;
import org.junit.jupiter.api.Test;

/** Rows of a spreadsheet as entries. */
class MappedTreesTest {

    @Test
    void columnsAndConstantsTogetherMakeAnEntry() throws IOException {
        var trees = trees(
                "Ref,When,Weather,Tag 1,Tag 2\nC-1,2/6/2018,fine,vawg,custody search\n",
                new ColumnFields(
                        List.of("caseId", "occurredOn", "", "tags", "tags"),
                        Map.of("type", "CaseOpened", "force", "Kent", "offence", "none of a case opened")));

        assertThat(((Tree) trees.next()).json()).isEqualTo(FactJson.mapper().readTree("""
                {"caseId": "C-1", "occurredOn": "2018-06-02", "tags": ["VAWG", "CUSTODY_SEARCH"], "type": "CaseOpened", "force": "KENT"}"""));
        assertThat(trees.next()).isNull();
    }

    @Test
    void aColumnMaySayTheKindOfFactAndAConstantIsOnlyOfThoseThatHaveIt() throws IOException {
        var trees = trees(
                "what,case\nCase opened,C-1\nCase closed,C-1\nsomething,C-1\n",
                new ColumnFields(List.of("type", "caseId"), Map.of("force", "KENT")));

        assertThat(((Tree) trees.next()).json().has("force")).isTrue();
        assertThat(((Tree) trees.next()).json().has("force")).isFalse();
        assertThat(((Tree) trees.next()).json().has("force")).isFalse();
    }

    @Test
    void anEmptyCellLeavesRoomForTheConstant() throws IOException {
        var trees = trees(
                "case,note\nC-1,\nC-2,\n",
                new ColumnFields(List.of("caseId", ""), Map.of("type", "CaseClosed", "occurredOn", "2018-06-02")));

        assertThat(((Tree) trees.next()).json().get("occurredOn").stringValue()).isEqualTo("2018-06-02");
    }

    @Test
    void aRowThatIsTooLongIsToldAndTheNextIsRead() throws IOException {
        var trees = trees("case\nC-1,more\nC-2\n", new ColumnFields(List.of("caseId"), Map.of("type", "CaseClosed")));

        assertThat(trees.next())
                .isInstanceOfSatisfying(
                        Unreadable.class, row -> assertThat(row.line()).isEqualTo(2));
        assertThat(trees.next())
                .isInstanceOfSatisfying(
                        Tree.class, row -> assertThat(row.line()).isEqualTo(3));
    }

    private static MappedTrees trees(String csv, ColumnFields mapping) throws IOException {
        var in = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        return new MappedTrees(new Lines(in), mapping);
    }
}

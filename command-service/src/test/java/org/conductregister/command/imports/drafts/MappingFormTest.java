package org.conductregister.command.imports.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conductregister.command.imports.drafts.Columns.Column;
import org.conductregister.web.pages.FormFaults.Fault;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

/** Tests the meanings that somebody gives to the columns of a spreadsheet. */
class MappingFormTest {

    @Test
    void theNamesOfColumnsSuggestTheirFields() {
        var guessed = MappingForm.guessed(columns("Case Ref", "event date", "type", "Tags.0", "tags.1", "Weather"));

        assertThat(guessed.fields()).containsExactly("caseId", "occurredOn", "type", "tags", "tags", "");
        assertThat(guessed.aColumnSaysTheType()).isTrue();
    }

    @Test
    void twoColumnsDoNotSuggestOneField() {
        assertThat(MappingForm.guessed(columns("Case", "Case number")).fields()).containsExactly("caseId", "");
    }

    @Test
    void whatNoColumnSaysMustBeSaidForAllRows() {
        var columns = columns("Case", "Date");
        var said = sent(columns, Map.of("type", "CaseOpened", "constant-kind", "CONDUCT"));

        assertThat(said.faults(columns, label -> label).all())
                .extracting(Fault::field)
                .containsExactlyInAnyOrder("constant-force", "constant-source");
    }

    @Test
    void aConstantForWhatAColumnSaysIsLeftOut() {
        var said = sent(
                columns("Case", "Force"),
                Map.of("type", "CaseOpened", "constant-force", "KENT", "constant-note", " all alike "));

        assertThat(said.mapping().columns()).containsExactly("caseId", "force");
        assertThat(said.mapping().constants()).isEqualTo(Map.of("type", "CaseOpened", "note", "all alike"));
    }

    @Test
    void withoutAKindOfFactNothingCanBeRead() {
        var columns = columns("Case");

        assertThat(MappingForm.guessed(columns).faults(columns, label -> label).of("type"))
                .startsWith("Choose what each row says");
    }

    @Test
    void oneFieldOfTwoColumnsIsRefused() {
        var columns = columns("Case", "Other case", "Date");
        var form = new LinkedMultiValueMap<String, String>();
        form.setAll(Map.of(
                "type",
                "CaseClosed",
                "shownType",
                "CaseClosed",
                "column-0",
                "caseId",
                "column-1",
                "caseId",
                "column-2",
                "occurredOn"));

        assertThat(MappingForm.sent(columns, form)
                        .faults(columns, label -> label)
                        .of("column-1"))
                .isEqualTo("“Case” and “Other case” cannot both be the same field; leave one of them out");
    }

    @Test
    void aNoteNeedsNoDay() {
        var columns = columns("Case", "Text");

        assertThat(sent(columns, Map.of("type", "NoteAdded"))
                        .faults(columns, label -> label)
                        .isEmpty())
                .isTrue();
    }

    /** The first time that a kind of fact is chosen. */
    private static MappingForm sent(List<Column> columns, Map<String, String> form) {
        var values = new LinkedMultiValueMap<String, String>();
        values.setAll(form);
        return MappingForm.sent(columns, values);
    }

    private static List<Column> columns(String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(i -> new Column(i, names[i], List.of()))
                .toList();
    }
}

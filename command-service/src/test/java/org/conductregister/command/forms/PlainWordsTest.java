package org.conductregister.command.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.command.PlainWords.assertPlain;

import java.util.List;
import java.util.stream.Stream;
import org.conductregister.command.PlainWords;
import org.conductregister.command.RegisterTest;
import org.conductregister.command.decisions.Rule;
import org.conductregister.command.forms.fields.FormField;
import org.conductregister.command.forms.fields.FormFields;
import org.conductregister.command.forms.fields.SentForm;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.web.pages.FormFaults.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;

/** No sentence on a page calls a fact by its class, an entry by its identity or a day by its digits: they are people's words. */
@RegisterTest
class PlainWordsTest {

    private final Recording recording;
    private final FormFields fields;

    PlainWordsTest(@Autowired Recording recording, @Autowired FormFields fields) {
        this.recording = recording;
        this.fields = fields;
    }

    static Stream<FactType> everyKind() {
        return FactType.all().stream();
    }

    @Test
    void everyRuleIsInPlainWords() {
        assertThat(Rule.values()).allSatisfy(rule -> assertPlain(rule.sentence()));
    }

    @Test
    void everyRefusalShownOnAFormIsInPlainWords() {
        assertThat(PlainWords.refusals())
                .allSatisfy(refusal -> RefusedField.faults(refusal, List.of(), List.of())
                        .all()
                        .forEach(fault -> assertPlain(fault.message())));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatIsWrongWithAFieldIsInPlainWords(FactType type) {
        var record = new RecordId(type.records().iterator().next(), "PLAIN-1");
        var shown = fields.of(type);
        var nothing = new SentForm(new LinkedMultiValueMap<>());
        var nonsense = new SentForm(new LinkedMultiValueMap<>());
        nonsense.set("entryId", "17");
        shown.forEach(field -> nonsense(field, nonsense));

        assertThat(faults(record, type, shown, nonsense)).isNotEmpty();
        assertThat(Stream.concat(
                        faults(record, type, shown, nothing).stream(), faults(record, type, shown, nonsense).stream()))
                .allSatisfy(fault -> assertPlain(fault.message()));
    }

    private static void nonsense(FormField field, SentForm form) {
        form.set(field.name(), field.isChosen() ? "Neither/nor" : "?/\u0007" + "x".repeat(70));
        form.set(field.name() + "-day", "31").set(field.name() + "-month", "2").set(field.name() + "-year", "1700");
    }

    private List<Fault> faults(RecordId record, FactType type, List<FormField> shown, SentForm form) {
        return switch (recording.read(record, type, shown, form)) {
            case Recording.Reading.Read read -> List.of();
            case Recording.Reading.Faulty(var faults) -> faults.all();
        };
    }

    @Test
    void everyKindOfRecordHasAnAddressInPlainWords() {
        for (var kind : RecordKind.values()) {
            assertPlain(RecordAddress.of(new RecordId(kind, "X-1")).caption());
        }
    }
}

package org.conductregister.command.imports.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.conductregister.command.imports.mapping.TestCodes;
import org.conductregister.command.imports.mapping.kept.MappingReaderTest;
import org.conductregister.entries.FactJson;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ObjectNode;

/** Tests that a mapping keeps what the page cannot show when the page is sent. */
class BuilderFormTest {

    private static final List<String> COLUMNS =
            List.of("No", "Badge", "Received", "Id", "Allegation", "Closed", "Withdrawn", "Finding", "Tag");

    private final Words words = new Words(new TestCodes());
    private final BuilderView view = new BuilderView(new TestCodes(), words, new FieldWords(words));

    private static ObjectNode read(String json) {
        return (ObjectNode) FactJson.mapper().readTree(json);
    }

    /** The form as a browser sends it, nothing having been changed on the page. */
    private MultiValueMap<String, String> sent(ObjectNode mapping) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add(BuilderForm.FORCE, mapping.get("force").stringValue());
        form.add(BuilderForm.CASE, mapping.at("/ids/case").asString(""));
        form.add(BuilderForm.OFFICER, mapping.at("/ids/officer").asString(""));
        for (var fact : view.facts(mapping, COLUMNS)) {
            form.add(BuilderForm.typeOf(fact.index()), fact.type());
            form.add(fact.whenName(), chosen(fact.when(), fact.whenGroups()));
            form.add(fact.restName(), fact.rest());
            fact.fields().forEach(field -> form.add(field.name(), chosen(field.value(), field.groups())));
        }
        return form;
    }

    /** A select sends what it offers, and nothing else. */
    private static String chosen(String value, List<BuilderView.Group> groups) {
        return groups.stream()
                .flatMap(group -> group.options().stream())
                .map(option -> option.value())
                .filter(value::equals)
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {MappingReaderTest.KENT, """
                {"force": "KENT", "ids": {"case": "K-{No}", "recommendation": "R-{No}"}, "values": {}, "facts": [
                   {"type": "CaseOpened", "when": "{Closed}{Withdrawn}", "occurredOn": "{Received}", "kind": "COMPLAINT", "source": "PUBLIC"},
                   {"type": "NoteAdded", "recommendationId": "R-{No}", "text": "{Tag}, {Finding}"}]}""", """
                {"force": "KENT", "ids": {"case": "K-{No}"}, "values": {"Finding": {"Proven": "SUSTAINED"}}, "days": {"Closed": "DMY"}, "facts": [
                   {"type": "OfficerRegistered", "officerId": "K-{Badge}", "occurredOn": "2010-01-04", "workforce": "POLICE_OFFICER", "force": "ESSEX"},
                   {"type": "AllegationReported", "allegationId": "{Id}-2", "occurredOn": "{Received}", "category": "OTHER", "officerId": "K-{Badge}",
                    "dayStatedAs": "{Tag}", "tags": []},
                   {"type": "AllegationReported", "allegationId": "{Id}", "occurredOn": "{Received}", "category": "OTHER", "tags": ["VAWG", "{Tag}"]}]}"""})
    void aMappingThatIsNotChangedOnThePageStaysWhatItIs(String mapping) {
        var before = read(mapping);

        assertThat(BuilderForm.mapping(sent(before), before)).isEqualTo(before);
    }

    @Test
    void whatThePageDoesNotAskForIsShown() {
        var mapping = read("""
            {"force": "KENT", "ids": {}, "facts": [
               {"type": "OfficerRegistered", "officerId": "K-{Badge}", "occurredOn": "{Received}", "workforce": "POLICE_OFFICER"}]}""");

        assertThat(view.facts(mapping, COLUMNS).getFirst().restSaid())
                .singleElement()
                .asString()
                .endsWith(": K-{Badge}");
    }

    @Test
    void whatSomebodyMadeOfTheFormsHiddenPartIsLeftOut() {
        var before = read(MappingReaderTest.KENT);
        var form = sent(before);
        form.set(BuilderForm.restOf(0), "{\"type\": \"NoteAdded\", \"occurredOn\": \"x\"");
        form.set(BuilderForm.restOf(1), "[1, 2]");

        assertThat(BuilderForm.mapping(form, before)).isEqualTo(before);
    }

    @Test
    void aFactThatIsTakenOutTakesWhatItSaidWithIt() {
        var before = read("""
            {"force": "KENT", "ids": {"case": "K-{No}"}, "values": {}, "facts": [
               {"type": "OfficerRegistered", "officerId": "K-{Badge}", "occurredOn": "{Received}", "workforce": "POLICE_OFFICER"},
               {"type": "OfficerRegistered", "occurredOn": "{Received}", "workforce": "POLICE_STAFF"}]}""");

        var left = BuilderForm.withoutFact(BuilderForm.mapping(sent(before), before), 0);

        assertThat(left.get("facts")).hasSize(1);
        assertThat(left.at("/facts/0/workforce").stringValue()).isEqualTo("POLICE_STAFF");
        assertThat(left.at("/facts/0/officerId").isMissingNode()).isTrue();
    }
}

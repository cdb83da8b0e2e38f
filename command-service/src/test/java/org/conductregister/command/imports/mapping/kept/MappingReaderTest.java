package org.conductregister.command.imports.mapping.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.conductregister.command.imports.mapping.Mapping;
import org.conductregister.command.imports.mapping.TestCodes;
import org.conductregister.entries.FactJson;
import org.conductregister.web.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping is read strictly, and each of its faults is named by its pointer. */
public class MappingReaderTest {

    public static final String KENT = """
        {"force": "KENT", "header": 1, "days": "YMD", "blanks": ["NA", "-"],
         "ids": {"case": "K-{No}", "officer": "K-{Badge}"},
         "values": {"Finding": {"Proven": "SUSTAINED"}, "Allegation": {"*": "OTHER"}},
         "facts": [
           {"type": "CaseOpened", "occurredOn": "{Received}", "kind": "COMPLAINT", "source": "PUBLIC", "tags": ["VAWG", "{Tag}"]},
           {"type": "AllegationReported", "allegationId": "{Id}", "occurredOn": "{Received}", "category": "{Allegation}"},
           {"type": "AllegationClosed", "when": "{Closed}", "allegationId": "{Id}", "occurredOn": "{Closed}", "finding": "{Finding}"}]}
        """;

    public static Mapping mapping(String json) {
        return MappingReader.read(FactJson.mapper().readTree(json), new TestCodes());
    }

    private static List<String> faults(String json) {
        var refused = catchThrowableOfType(ProblemException.class, () -> mapping(json));
        assertThat(refused.problem().code()).isEqualTo("MAPPING_INVALID");
        return refused.problem().errors().stream()
                .map(item -> item.pointer() + " " + item.code())
                .toList();
    }

    @Test
    void aMappingSaysWhichColumnsItNeeds() {
        assertThat(mapping(KENT).columns())
                .containsExactlyInAnyOrder("No", "Badge", "Received", "Tag", "Id", "Allegation", "Closed", "Finding");
        assertThat(mapping(KENT).dayColumns()).containsExactly("Received", "Closed");
        assertThat(mapping(KENT).identifierColumns()).containsExactlyInAnyOrder("No", "Badge", "Id");
    }

    @Test
    void itIsKeptAsItWasSent() {
        assertThat(mapping(KENT).json()).isEqualTo(FactJson.mapper().readTree(KENT));
    }

    @Test
    void severalColumnsMayBeInOneText() {
        assertThat(mapping(KENT.replace("K-{No}", "K-{Year}-{No}")).columns()).contains("Year", "No");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "force": "KENT", | | /force FIELD_MISSING
        "force": "KENT" | "force": "ATLANTIS" | /force CODE_UNKNOWN
        "force": "KENT" | "force": 7 | /force FIELD_INVALID
        "header": 1 | "header": 0 | /header FIELD_INVALID
        "header": 1 | "heading": 1 | /heading FIELD_UNKNOWN
        "days": "YMD" | "days": "YDM" | /days FIELD_INVALID
        "days": "YMD" | "days": {"Received/on": "DD"} | /days/Received~1on FIELD_INVALID
        "days": "YMD" | "assume": "MIDDLE" | /assume FIELD_INVALID
        "days": "YMD" | "oddDays": "DROP" | /oddDays FIELD_INVALID
        "blanks": ["NA", "-"] | "blanks": "NA" | /blanks FIELD_INVALID
        "blanks": ["NA", "-"] | "blanks": ["NA", 7] | /blanks/1 FIELD_INVALID
        "case": "K-{No}" | "case": "K-No" | /ids/case FIELD_INVALID
        "case": "K-{No}" | "case": "K-{No" | /ids/case TEMPLATE_INVALID
        "case": "K-{No}" | "case": "K-{}" | /ids/case TEMPLATE_INVALID
        "case": "K-{No}" | "case": "K-No}" | /ids/case TEMPLATE_INVALID
        "officer": "K-{Badge}" | "person": "K-{Badge}" | /ids/person FIELD_UNKNOWN
        "Proven": "SUSTAINED" | "Proven": "NONSENSE" | /values/Finding/Proven CODE_UNKNOWN
        "Proven": "SUSTAINED" | "Proven": 7 | /values/Finding/Proven FIELD_INVALID
        "*": "OTHER" | "*": "NONSENSE" | /values/Allegation/* CODE_UNKNOWN
        "type": "CaseOpened" | "type": "CaseOpen" | /facts/0/type TYPE_UNKNOWN
        "type": "CaseOpened", | | /facts/0/type FIELD_MISSING
        "kind": "COMPLAINT", | | /facts/0/kind FIELD_MISSING
        "kind": "COMPLAINT" | "kind": "GRUMBLE" | /facts/0/kind CODE_UNKNOWN
        "kind": "COMPLAINT" | "kind": "COMPLAINT", "colour": "red" | /facts/0/colour FIELD_UNKNOWN
        "kind": "COMPLAINT" | "kind": ["COMPLAINT"] | /facts/0/kind FIELD_INVALID
        "{Tag}"] | 7] | /facts/0/tags/1 FIELD_INVALID
        "category": "{Allegation}" | "category": "NONSENSE" | /facts/1/category CODE_UNKNOWN
        "when": "{Closed}" | "when": "Closed" | /facts/2/when FIELD_INVALID
        "occurredOn": "{Closed}" | "occurredOn": "3/2/2019" | /facts/2/occurredOn FIELD_INVALID
        """)
    void eachFaultIsNamedAtItsPlace(String correct, String wrong, String fault) {
        assertThat(faults(KENT.replace(correct, wrong == null ? "" : wrong))).containsExactly(fault);
    }

    @Test
    void aRecordThatNothingNamesIsMissing() {
        assertThat(faults(KENT.replace("\"case\": \"K-{No}\", ", ""))).containsOnly("/ids/case FIELD_MISSING");
        assertThat(faults("""
                {"force": "KENT", "ids": {"case": "{No}"}, "facts": [{"type": "OfficerRegistered", "occurredOn": "{Day}",
                 "workforce": "POLICE_OFFICER"}]}""")).containsExactly("/ids/officer FIELD_MISSING");
    }

    @Test
    void correctionsAreNotStatedByRows() {
        assertThat(faults("""
                {"force": "KENT", "ids": {"case": "{No}"}, "facts": [{"type": "EntryRetracted", "retracts": "{Id}", "reason": "x"}]}""")).containsExactly("/facts/0/type TYPE_UNKNOWN");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThat(faults("{\"force\": \"ATLANTIS\", \"facts\": [], \"colour\": 1}"))
                .containsExactly("/colour FIELD_UNKNOWN", "/force CODE_UNKNOWN", "/facts FIELD_INVALID");
        assertThat(faults("{}")).containsExactly("/force FIELD_MISSING", "/facts FIELD_MISSING");
        assertThat(faults("[]")).containsExactly(" MAPPING_INVALID");
    }
}

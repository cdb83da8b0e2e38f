package org.conductregister.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.EventLog;
import org.conductregister.facts.CaseFact.AllegationClosed;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.platform.codelists.Code;
import org.conductregister.platform.codelists.KnownCodes;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.RecommendationId;
import org.conductregister.terms.text.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A label that an administrator sets is read wherever its code is shown. */
@QueryServiceTest
class LabelsEverywhereTest {

    private static final LocalDate DAY = LocalDate.of(1938, 2, 3);
    private static final String FORCE = "LABELLED_FORCE";
    private static final String CATEGORY = "LABELLED_CATEGORY";
    private static final String FINDING = "LABELLED_FINDING";
    private static final String THEME = "LABELLED_THEME";

    @Autowired
    MockMvcTester http;

    @Autowired
    KnownCodes codes;

    @Autowired
    TestLog log;

    @Autowired
    EventLog events;

    private static long last;

    @BeforeEach
    void recordsOfALabelledForce() {
        relabel(CodeList.FORCES, FORCE, "The force’s label");
        relabel(CodeList.CATEGORIES, CATEGORY, "The category’s label");
        relabel(CodeList.FINDINGS, FINDING, "The finding’s label");
        relabel(CodeList.THEMES, THEME, "The theme’s label");
        if (last == 0) {
            last = record();
        }
    }

    private long record() {
        var force = new ForceCode(FORCE);
        var a1 = new AllegationId("A1");
        var officer = new OfficerId("LABELLED-O");
        log.add(RecordId.of(officer), new OfficerRegistered(DAY, force, Workforce.POLICE_OFFICER, null, null, null));
        log.add(
                RecordId.of(new CaseId("LABELLED")),
                new CaseOpened(DAY, force, CaseKind.CONDUCT, CaseSource.POLICE, null, null, null, null),
                new AllegationReported(DAY, a1, new CategoryCode(CATEGORY), officer, null, null, null, null),
                new AllegationClosed(DAY.plusDays(1), a1, new FindingCode(FINDING), null, null));
        return log.add(
                        RecordId.of(new RecommendationId("LABELLED-R")),
                        new RecommendationIssued(
                                DAY,
                                new Label("HMICFRS"),
                                new ThemeCode(THEME),
                                new ForceCodes(List.of(force)),
                                DAY.plusDays(1),
                                null))
                .getLast()
                .position();
    }

    private void relabel(CodeList list, String code, String label) {
        codes.put(list, List.of(new Code(code, label)), "admin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /?force=LABELLED_FORCE                                                | force category
            /?force=LABELLED_FORCE&groupBy=finding                                | force category finding
            /?category=LABELLED_CATEGORY                                          | force category
            /?unit=responses                                                      | force
            /statistics/members?unit=responses&force=LABELLED_FORCE               | force
            /overview/figures?force=LABELLED_FORCE                                | force category
            /statistics/members?unit=allegations&force=LABELLED_FORCE&groupBy=finding | force category
            /statistics/members?unit=allegations&by.finding=LABELLED_FINDING      | force category finding
            /statistics/compare?force=LABELLED_FORCE&groupBy=finding              | force category finding
            /cases?force=LABELLED_FORCE                                           | force category
            /cases?force=LABELLED_FORCE&by.finding=LABELLED_FINDING               | force category finding
            /cases/LABELLED                                                       | force category finding
            /officers?force=LABELLED_FORCE                                        | force
            /officers/LABELLED-O                                                  | force category
            /recommendations                                                      | theme
            /recommendations/LABELLED-R                                           | force theme
            /worklist?list=CLOSE                                                  | force
            /worklist?list=ANSWER                                                 | force
            /audit/cases/LABELLED?step=1                                          | force
            /audit/cases/LABELLED?step=2                                          | category
            /audit/cases/LABELLED?step=3                                          | category finding
            /audit/known?caseId=LABELLED&knownAt=2030-01-01                       | category finding
            /audit/known?unit=allegations&groupBy=force&category=LABELLED_CATEGORY&knownAt=2018-06-02 | force category
            /audit/compare?unit=allegations&groupBy=finding&force=LABELLED_FORCE&knownAt=2018-06-02   | force finding
            /audit/compare?unit=responses&groupBy=force&force=LABELLED_FORCE&knownAt=2018-06-02       | force
            """)
    void aPageSaysTheLabelAndNotTheCode(String path, String shown) {
        var text = new Pages(http, "auditor")
                .see(path + (path.contains("?") ? "&" : "?") + "atLeast=" + last)
                .text();

        for (var what : shown.split(" ")) {
            assertThat(text).contains("The " + what + "’s label");
        }
        // A citation has the address of its figures, in which codes stand
        assertThat(text.replaceAll("/statistics/\\S+", ""))
                .doesNotContainIgnoringCase("labelled_")
                .doesNotContainIgnoringCase("labelled force");
    }

    @Test
    void whatCanBeChosenIsOfferedByItsLabel() {
        var auditor = new Pages(http, "auditor");

        assertThat(auditor.see("/cases?atLeast=" + last).options())
                .anyMatch(option -> option.startsWith("The force’s label"))
                .anyMatch(option -> option.startsWith("The category’s label"));
        assertThat(auditor.see("/officers?atLeast=" + last).options()).contains("The force’s label");
        assertThat(auditor.see("/audit/known?atLeast=" + last).options())
                .contains("The force’s label", "The category’s label");
        assertThat(auditor.see("/?atLeast=" + last).text()).contains("The force’s label", "The category’s label");
    }

    @Test
    void aLabelThatIsChangedIsReadAtOnce() {
        relabel(CodeList.FORCES, FORCE, "Another label");

        var text = new Pages(http, "auditor")
                .see("/cases/LABELLED?atLeast=" + last)
                .text();

        assertThat(text).contains("Another label").doesNotContain("The force’s label");
    }

    @Test
    void aPageAsKnownAtAnInstantHasTheLabelsOfThatTime() {
        var then = events.latestBeside();
        relabel(CodeList.FORCES, FORCE, "A later label");

        var pages = new Pages(http, "auditor");
        assertThat(pages.see("/cases/LABELLED?knownAt=" + then).text())
                .contains("The force’s label")
                .doesNotContain("A later label");
        assertThat(pages.see("/cases/LABELLED?atLeast=" + last).text())
                .contains("A later label")
                .doesNotContain("The force’s label");
    }

    @Test
    void aCodeOnNoListIsSaidInWords() {
        long unlisted = log.add(
                        RecordId.of(new CaseId("UNLISTED")),
                        new CaseOpened(
                                DAY,
                                new ForceCode("UNLISTED_FORCE"),
                                CaseKind.CONDUCT,
                                CaseSource.POLICE,
                                null,
                                null,
                                null,
                                null),
                        new AllegationReported(
                                DAY,
                                new AllegationId("A1"),
                                new CategoryCode("UNLISTED_CATEGORY"),
                                null,
                                null,
                                null,
                                null,
                                null))
                .getLast()
                .position();

        assertThat(new Pages(http, "auditor")
                        .see("/cases/UNLISTED?atLeast=" + unlisted)
                        .text())
                .contains("Unlisted Force", "Unlisted category");
    }
}

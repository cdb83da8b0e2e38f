package org.conductregister.query.statistics.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.OfficerFact.OfficerLeft;
import org.conductregister.terms.AllegationId;
import org.conductregister.terms.CategoryCode;
import org.conductregister.terms.FreeText;
import org.conductregister.terms.OfficerId;
import org.junit.jupiter.api.Test;

class SlimmingTest {

    private final Slimming slimming = new Slimming();

    @Test
    void noWordsAboutPersonsAreKept() {
        var day = LocalDate.of(2012, 3, 4);

        assertThat(slimming.slim(reported("O1"))).isEqualTo(reported("O1", null));
        assertThat(slimming.slim(new OfficerLeft(day, new FreeText("a scandal"), new FreeText("a note"))))
                .isEqualTo(new OfficerLeft(day, new FreeText("…"), null));
    }

    @Test
    void whatManyFactsNameIsHeldOnce() {
        var first = (AllegationReported) slimming.slim(reported("O1"));
        var second = (AllegationReported) slimming.slim(reported("O1"));

        assertThat(second.occurredOn()).isSameAs(first.occurredOn());
        assertThat(second.officerId()).isSameAs(first.officerId());
        assertThat(second.category()).isSameAs(first.category());
    }

    private static AllegationReported reported(String officer) {
        return reported(officer, new FreeText("what was said"));
    }

    private static AllegationReported reported(String officer, FreeText words) {
        return new AllegationReported(
                LocalDate.parse("2012-03-04"),
                new AllegationId("A1"),
                new CategoryCode(new String("RAPE")),
                new OfficerId(new String(officer)),
                null,
                null,
                words,
                words);
    }
}

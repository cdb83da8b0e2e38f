package org.conductregister.query.statistics.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseToAnswerDecided;
import org.conductregister.facts.CaseFact.SentencePassed;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerLeft;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.query.statistics.column.VarintReader;
import org.conductregister.query.statistics.column.VarintWriter;
import org.conductregister.terms.CaseToAnswerDecision;
import org.conductregister.terms.Months;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactCodecTest {

    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);
    private static final AllegationId ALLEGATION = new AllegationId("A1");

    private final FactCodec codec = new FactCodec(new RecordDictionary(BufferAllocator.IN_MEMORY));
    private final List<AllegationId> allegations = new ArrayList<>();
    private final VarintWriter writer = new VarintWriter();

    @Test
    void whatFactsStateIsKept() {
        assertIsKept(reported(null));
        assertIsKept(new CaseToAnswerDecided(DAY, new AllegationId("A2"), CaseToAnswerDecision.MISCONDUCT, null));
        assertIsKept(new SentencePassed(DAY, ALLEGATION, Sentence.IMPRISONMENT, new Months(500), null));
        assertIsKept(new OfficerRegistered(
                DAY, new ForceCode("KENT"), Workforce.POLICE_STAFF, new Label("Sergeant"), null, null));
        assertIsKept(new RecommendationIssued(
                DAY,
                new Label("An inspectorate"),
                new ThemeCode("CULTURE"),
                new ForceCodes(List.of(new ForceCode("KENT"), new ForceCode("DORSET"))),
                DAY.plusDays(56),
                null));
    }

    @Test
    void noWordsAboutPersonsAreKept() {
        assertThat(kept(reported(new FreeText("what was said")))).isEqualTo(reported(null));
        assertThat(kept(new OfficerRegistered(
                        DAY, new ForceCode("KENT"), Workforce.POLICE_OFFICER, null, new PersonName("Ada"), null)))
                .isEqualTo(
                        new OfficerRegistered(DAY, new ForceCode("KENT"), Workforce.POLICE_OFFICER, null, null, null));
        assertThat(kept(new OfficerLeft(DAY, new FreeText("a scandal"), new FreeText("a note"))))
                .isEqualTo(new OfficerLeft(DAY, new FreeText("…"), null));
    }

    @Test
    void aCorrectionNamesTheEntryByItsKey() {
        var wrong = EntryId.random();
        var reason = new FreeText("…");

        assertThat(kept(new EntryRedated(DAY, wrong, DAY.plusDays(1), reason, null)))
                .isEqualTo(new EntryRedated(
                        DAY, FactCodec.entryOf(FactCodec.keyOf(wrong)), DAY.plusDays(1), reason, null));
    }

    @Test
    void whatWasNamedBeforeTakesFewBytes() {
        kept(reported(null));
        kept(reported(null));

        assertThat(writer.length()).isLessThanOrEqualTo(8);
    }

    private void assertIsKept(Fact fact) {
        assertThat(kept(fact)).isEqualTo(fact);
    }

    /** Returns the fact as it is read again, which also what writing it says will be. */
    private Fact kept(Fact fact) {
        writer.reset(0);
        var known = new ArrayList<>(allegations);
        var written = codec.write(fact, allegations, writer);
        var read = codec.read(new VarintReader(ByteBuffer.wrap(writer.bytes()), 0), known);
        assertThat(written).isEqualTo(read);
        assertThat(known).isEqualTo(allegations);
        return read;
    }

    private static AllegationReported reported(@Nullable FreeText words) {
        return new AllegationReported(
                DAY,
                ALLEGATION,
                new CategoryCode("RAPE"),
                new OfficerId("O1"),
                Workforce.CONTRACTOR,
                Tags.of("CUSTODY", "VAWG"),
                words,
                words);
    }
}

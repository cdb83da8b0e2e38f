package org.conductregister.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Test;

/** Identifiers of content are the same for the same content in one register, and tell nobody else anything. */
class ContentIdsTest {

    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);
    private static final RecordId CASE = RecordId.of(new CaseId("LAN-2012-0007"));
    private static final Entry NOTE = entry(new NoteAdded(DAY, new FreeText("seen"), null));
    private static final Entry CLOSED = entry(new CaseClosed(DAY, null));
    private static final byte[] CONTENT = "content".getBytes(UTF_8);

    private final DataKeys keys = TestKeys.newKeys();
    private final ContentIds ids = keys.contentIds();

    private static Entry entry(Fact fact) {
        return new Entry(EntryId.random(), CASE, fact);
    }

    @Test
    void theSameContentHasOneIdentifier() {
        keys.prepare(List.of(NOTE, CLOSED));

        assertThat(ids.of(NOTE, DAY, CONTENT)).isNotNull().isEqualTo(ids.of(NOTE, DAY, CONTENT));
        assertThat(ids.of(CLOSED, DAY, CONTENT)).isEqualTo(ids.of(CLOSED, DAY, CONTENT));
        assertThat(ids.of(NOTE, DAY, CONTENT))
                .isNotEqualTo(ids.of(NOTE, DAY.plusDays(1), CONTENT))
                .isNotEqualTo(ids.of(NOTE, DAY, "other".getBytes(UTF_8)));
    }

    @Test
    void anotherRegisterMakesOthers() {
        assertThat(ids.of(CLOSED, DAY, CONTENT))
                .isNotEqualTo(TestKeys.newKeys().contentIds().of(CLOSED, DAY, CONTENT))
                .isNotEqualTo(ContentIds.unkeyed(DAY, CONTENT));
    }

    @Test
    void onceAKeyIsErasedNobodyCanTellWhetherATextWasThere() {
        keys.prepare(List.of(NOTE));
        keys.eraseMadeUpTo(CASE.toString(), Instant.now().plusMillis(1));

        assertThat(ids.of(NOTE, DAY, CONTENT)).isNull();
        assertThat(ids.of(CLOSED, DAY, CONTENT)).as("it has no text").isNotNull();
    }

    @Test
    void preparingBringsNoKeyBackAndMakesNoOtherInItsPlace() {
        keys.prepare(List.of(NOTE));
        assertThat(keys.withKeys(Set.of(CASE.toString()))).hasSize(1);
        keys.eraseMadeUpTo(CASE.toString(), Instant.now().plusMillis(1));

        keys.prepare(List.of(NOTE));

        assertThat(keys.withKeys(Set.of(CASE.toString()))).isEmpty();
    }
}

package org.conductregister.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.ArbitraryFacts;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.text.Confidential;
import org.conductregister.terms.text.DayStatedAs;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.PersonName;
import org.junit.jupiter.api.Test;

/** Personal text is sealed in the stored form, and reads as before. */
class SealedFactsTest {

    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);
    private static final String ENTRY = "00000000-0000-0000-0000-000000000001";
    private static final String CASE = "case/LAN-2012-0007";
    private static final String OFFICER = "officer/LAN-O-17";
    private static final FreeText HOSTILE = new FreeText("{\"sealed\":\"r1.AAAA\"} \\ \" } , \n naïve \uD83D\uDC6E");

    private final DataKeys keys = TestKeys.newKeys();
    private final SealedFacts sealed = new SealedFacts(keys);

    private static final Fact NOTE = new NoteAdded(DAY, HOSTILE, new FreeText("beside it"));
    private static final Fact REGISTERED = new OfficerRegistered(
            DAY,
            new ForceCode("LANCASHIRE"),
            Workforce.POLICE_OFFICER,
            null,
            new PersonName("Zebedee Quillfeather"),
            new FreeText("came from Essex"));

    @Provide
    static Arbitrary<List<Logged>> histories() {
        return Arbitraries.of(RecordKind.values()).flatMap(ArbitraryFacts::historyOf);
    }

    @Property(tries = 100)
    void factsReadAsBeforeAndNoTextIsInTheirStoredForm(@ForAll("histories") List<Logged> history) {
        for (var logged : history) {
            var entryId = logged.entryId().toString();

            var json = sealed.seal(entryId, CASE, logged.fact());

            var tree = FactJson.mapper().readTree(json);
            assertThat(FactType.of(logged.fact()).fields().stream()
                            .filter(FactField::confidential)
                            .map(field -> tree.path(field.name())))
                    .allMatch(field -> field.isMissingNode() || field.isObject());
            assertThat(FactJson.mapper()
                            .readValue(
                                    sealed.open(entryId, CASE, json),
                                    logged.fact().getClass()))
                    .isEqualTo(logged.fact());
        }
    }

    @Test
    void everythingButPersonalTextStaysReadable() {
        var opened = new CaseOpened(
                DAY,
                new ForceCode("LANCASHIRE"),
                CaseKind.COMPLAINT,
                CaseSource.PUBLIC,
                new Reference("CO 12/19"),
                null,
                new FreeText("Taken in the street"),
                null,
                null,
                new DayStatedAs("early March"));

        assertThat(sealed.seal(ENTRY, CASE, opened))
                .matches(
                        "\\{\"occurredOn\":\"2012-03-04\",\"force\":\"LANCASHIRE\",\"kind\":\"COMPLAINT\",\"source\":\"PUBLIC\","
                                + "\"reference\":\"CO 12/19\",\"title\":\\{\"sealed\":\"r1\\.[A-Za-z0-9+/=]+\"},"
                                + "\"dayStatedAs\":\\{\"sealed\":\"r1\\.[A-Za-z0-9+/=]+\"}}");
    }

    @Test
    void whatWasReadBeforeAnErasureIsNotSealedWithTheKeyThatCameAfterIt() {
        sealed.seal(ENTRY, CASE, NOTE);
        keys.erase(DataKeys.subjectsOf(CASE), () -> {});
        sealed.seal(ENTRY, CASE, NOTE);

        var before = sealed.sealRecorded(ENTRY, CASE, NOTE, Instant.now().minusSeconds(1));
        var after = sealed.sealRecorded(ENTRY, CASE, NOTE, Instant.now().plusSeconds(1));

        assertThat(FactJson.mapper().readTree(before).get("text").stringValue()).isEqualTo(Confidential.ERASED);
        assertThat(open(CASE, after, NoteAdded.class)).isEqualTo(NOTE);
    }

    @Test
    void aTextThatLooksSealedIsAText() {
        assertThat(open(CASE, sealed.seal(ENTRY, CASE, NOTE), NoteAdded.class)).isEqualTo(NOTE);
    }

    @Test
    void whatWasStoredBeforeThereWereKeysIsReadAsItIs() {
        var json = FactJson.mapper().writeValueAsString(NOTE);

        assertThat(sealed.open(ENTRY, CASE, json)).isSameAs(json);
    }

    @Test
    void aTextThatIsMovedIsNotOpened() {
        var json = sealed.seal(ENTRY, CASE, NOTE);
        var renamed = json.replace("\"note\":", "\"other\":");
        var nested = "{\"occurredOn\":\"2012-03-04\",\"fact\":" + json + "}";

        refuses(() -> sealed.open(UUID.randomUUID().toString(), CASE, json));
        refuses(() -> sealed.open(ENTRY, "case/LAN-2012-0008", json));
        refuses(() -> sealed.open(ENTRY, CASE, renamed));
        refuses(() -> sealed.open(ENTRY, CASE, nested));
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
        assertThatExceptionOfType(KeysUnusableException.class).isThrownBy(opening);
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTimeAndItsLengthIsRounded() {
        var one = sealed.seal(ENTRY, CASE, new NoteAdded(DAY, new FreeText("yes"), null));

        assertThat(sealed.seal(ENTRY, CASE, new NoteAdded(DAY, new FreeText("yes"), null)))
                .isNotEqualTo(one);
        assertThat(sealed.seal(ENTRY, CASE, new NoteAdded(DAY, new FreeText("certainly not"), null)))
                .hasSameSizeAs(one);
    }

    @Test
    void theFactThatACorrectionStatesIsSealedToo() {
        var corrected = new EntryCorrected(DAY, EntryId.of(ENTRY), REGISTERED, new FreeText("misspelt"), null);

        var json = sealed.seal(ENTRY, OFFICER, corrected);

        assertThat(json).contains("\"name\":{\"sealed\":\"n1.").doesNotContain("Quillfeather", "misspelt", "Essex");
        assertThat(open(OFFICER, json, EntryCorrected.class)).isEqualTo(corrected);
    }

    @Test
    void onceItsKeyIsErasedATextIsGoneAndAllElseStays() {
        var json = sealed.seal(ENTRY, OFFICER, REGISTERED);

        erase("name/LAN-O-17");

        var read = open(OFFICER, json, OfficerRegistered.class);
        assertThat(read.name().isErased()).isTrue();
        assertThat(read.note()).isEqualTo(REGISTERED.note());
        assertThat(read.force()).isEqualTo(new ForceCode("LANCASHIRE"));
    }

    @Test
    void whatIsWrittenAfterAnErasureIsSealedWithAnotherKey() {
        var before = sealed.seal(ENTRY, CASE, NOTE);
        erase(CASE);

        var after = sealed.seal(ENTRY, CASE, NOTE);

        assertThat(after).contains("\"r2.");
        assertThat(open(CASE, after, NoteAdded.class)).isEqualTo(NOTE);
        assertThat(open(CASE, before, NoteAdded.class).text().value()).isEqualTo(Confidential.ERASED);
    }

    @Test
    void whatIsErasedIsNotSealedAgain() {
        var json = sealed.seal(ENTRY, CASE, NOTE);
        erase(CASE);
        var erased = open(CASE, json, NoteAdded.class);

        assertThat(sealed.seal(ENTRY, CASE, erased)).contains("\"text\":\"[erased]\"");
    }

    @Test
    void aKeyThatIsMissingIsNotTakenForOneThatWasErased() {
        var json = sealed.seal(ENTRY, CASE, NOTE);

        assertThatExceptionOfType(KeysUnusableException.class)
                .isThrownBy(() -> new SealedFacts(TestKeys.newKeys()).open(ENTRY, CASE, json))
                .withMessageContaining("no key 1 of case/LAN-2012-0007");
    }

    private void erase(String subject) {
        keys.eraseMadeUpTo(subject, Instant.now().plusMillis(1));
    }

    private <F extends Fact> F open(String record, String json, Class<F> type) {
        return FactJson.mapper().readValue(sealed.open(ENTRY, record, json), type);
    }
}

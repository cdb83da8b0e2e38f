package org.conductregister.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conductregister.facts.EntryId;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.Tag;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.codes.WatchdogCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.RecommendationId;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypesTest {

    private static final List<String> NO_IDENTIFIERS =
            List.of("", " ", "a b", "a/b", "ä", "a\n", "LAN-2012-0007 ", "a".repeat(65));
    private static final List<String> IDENTIFIERS = List.of("1", "LAN-2012-0007", "C262203", "a.b_c-D", "a".repeat(64));

    private static final List<String> NO_CODES =
            List.of("", "vawg", "A B", "_A", "A-B", "Ä", "LANCASHIRE\n", "A".repeat(65));
    private static final List<String> CODES = List.of("A", "VAWG", "A_1", "2020", "A".repeat(64));

    private static final List<String> NO_TEXTS =
            List.of("", "  \n\t", "a\u0000b", "bell\u0007", "\u009b", "half\ud83d", "\ude00half");
    private static final List<String> TEXTS = List.of("a", "two\nlines\tand a tab\r\n", "Ünïcödé 警察", "😀");

    static Stream<Named<Function<String, ?>>> identifiers() {
        return Stream.of(
                Named.of("case", CaseId::new),
                Named.of("officer", OfficerId::new),
                Named.of("allegation", AllegationId::new),
                Named.of("recommendation", RecommendationId::new));
    }

    @ParameterizedTest
    @MethodSource("identifiers")
    void anIdentifierIsOneWordOf64AtMost(Function<String, ?> of) {
        assertRefused(of, NO_IDENTIFIERS);
        assertTaken(of, IDENTIFIERS);
    }

    static Stream<Named<Function<String, ?>>> codes() {
        return Stream.of(
                Named.of("force", ForceCode::new),
                Named.of("category", CategoryCode::new),
                Named.of("finding", FindingCode::new),
                Named.of("theme", ThemeCode::new),
                Named.of("watchdog", WatchdogCode::new),
                Named.of("tag", Tag::new));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aCodeIsInCapitals(Function<String, ?> of) {
        assertRefused(of, NO_CODES);
        assertTaken(of, CODES);
    }

    static Stream<Named<Function<String, ?>>> texts() {
        return Stream.of(
                Named.of("free text", FreeText::new), Named.of("name", PersonName::new), Named.of("label", Label::new));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextSaysSomethingAndIsText(Function<String, ?> of) {
        assertRefused(of, NO_TEXTS);
        assertTaken(of, TEXTS);
    }

    @Test
    void aTextIsNotEndless() {
        assertRefused(FreeText::new, List.of("a".repeat(10_001)));
        assertRefused(PersonName::new, List.of("a".repeat(201)));
        assertRefused(Label::new, List.of("a".repeat(201)));
        assertTaken(FreeText::new, List.of("a".repeat(10_000)));
        assertTaken(PersonName::new, List.of("a".repeat(200)));
        assertTaken(Label::new, List.of("a".repeat(200)));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1201})
    void aSentenceIsSomeMonthsLong(int months) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Months(months));
    }

    @Test
    void tagsAreASetInOrder() {
        assertThat(Tags.of("VAWG", "AGAINST_COLLEAGUE", "VAWG").tags())
                .containsExactly(new Tag("AGAINST_COLLEAGUE"), new Tag("VAWG"));
        assertThat(Tags.of("A").and(Tags.of("B", "A"))).isEqualTo(Tags.of("A", "B"));
        assertThat(Tags.orNone(null)).isEqualTo(Tags.NONE);
    }

    @Test
    void aFactCarries50TagsAtMost() {
        assertThatNoException().isThrownBy(() -> tags("A", 50));
        assertThatIllegalArgumentException().isThrownBy(() -> tags("A", 51));
    }

    @Test
    void butACaseAndAnAllegationMayHaveMoreTogether() {
        assertThat(tags("A", 50).and(tags("B", 50)).tags()).hasSize(100);
    }

    @Test
    void forcesAddressedAreSomeAndEachOnce() {
        var kent = new ForceCode("KENT");
        var essex = new ForceCode("ESSEX");

        assertThat(new ForceCodes(List.of(kent, essex, kent)).forces()).containsExactly(essex, kent);
        assertThatIllegalArgumentException().isThrownBy(() -> new ForceCodes(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not a uuid",
                "0f8fad5b-d9cb-469f-a165-70867728950",
                "0f8fad5bd9cb469fa16570867728950e",
                "0f8fad5bd-9cb-469f-a165-70867728950e",
                "0f8fad5b-d9cb-469f-a165-7086772895-e",
                "{0f8fad5b-d9cb-469f-a165-7086772895}",
                "zf8fad5b-d9cb-469f-a165-70867728950e"
            })
    void anEntryIsNamedByAUuidWrittenInTheUsualWay(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EntryId.of(text)).withMessage("must be a UUID");
    }

    @Test
    void theLettersOfAUuidMayBeCapitals() {
        assertThat(EntryId.of("0F8FAD5B-D9CB-469F-A165-70867728950E"))
                .isEqualTo(EntryId.of("0f8fad5b-d9cb-469f-a165-70867728950e"))
                .hasToString("0f8fad5b-d9cb-469f-a165-70867728950e");
    }

    private static Tags tags(String prefix, int count) {
        return Tags.of(IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new));
    }

    private static void assertRefused(Function<String, ?> of, List<String> values) {
        assertThat(values)
                .allSatisfy(value -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> of.apply(value))
                        .withMessageStartingWith("must "));
    }

    private static void assertTaken(Function<String, ?> of, List<String> values) {
        assertThat(values).allSatisfy(value -> assertThatNoException().isThrownBy(() -> of.apply(value)));
    }
}

package org.conductregister.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.conductregister.entries.FactType;
import org.conductregister.facts.Fact;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.EthnicityCode;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.GenderCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.codes.WatchdogCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.Confidential;
import org.junit.jupiter.api.Test;

/** Every field of every fact that can hold a text is personal, or named here with the reason why it is not. */
class PersonalTextTest {

    /** Types that take capital letters, digits and underscores alone, most of them from a list that administrators keep. */
    private static final Set<Class<?>> CODES = Set.of(
            CategoryCode.class,
            EthnicityCode.class,
            FindingCode.class,
            ForceCode.class,
            ForceCodes.class,
            GenderCode.class,
            Tags.class,
            ThemeCode.class,
            WatchdogCode.class);

    /** Types of the numbers of records: not erased, and must not be names or warrant numbers (docs/domain.md). */
    private static final Set<Class<?>> NUMBERS = Set.of(AllegationId.class, CaseId.class, OfficerId.class);

    private static final Map<String, String> NOT_PERSONAL = Map.of(
            "CaseOpened.reference", "The number that a body gives a case: an identifier, found by search, not erased",
            "OfficerRegistered.rank", "A rank that many have; counts are grouped by it",
            "RecommendationIssued.issuedBy", "A body, such as an inspectorate",
            "LegalHoldPlaced.reason", "Names nobody, which whoever writes it is told; read after an erasure",
            "LegalHoldReleased.reason", "The same",
            "PersonalDataErased.reason", "The same: it says why the rest is gone");

    @Test
    void everyTextIsPersonalOrNamedWithAReason() {
        var unmarked = new LinkedHashMap<String, Class<?>>();
        for (var type : FactType.all()) {
            for (var field : type.javaType().getRecordComponents()) {
                if (canHoldText(field) && !isMarked(type, field)) {
                    unmarked.put(nameOf(type, field), field.getType());
                }
            }
        }

        assertThat(unmarked)
                .as("Give the field a type that is Confidential, or say here why it can hold nothing personal")
                .isEmpty();
    }

    @Test
    void whatIsNamedAsNotPersonalIsAFieldAndNotMarkedAsWell() {
        assertThat(FactType.all().stream()
                        .flatMap(type -> Arrays.stream(type.javaType().getRecordComponents())
                                .filter(field -> !Confidential.class.isAssignableFrom(field.getType()))
                                .map(field -> nameOf(type, field))))
                .containsAll(NOT_PERSONAL.keySet());
    }

    @Test
    void aTextIsFoundHoweverDeepItIs() {
        record Inner(String text) {}
        record Outer(Inner inner) {}
        record Listed(java.util.List<Inner> inner) {}

        assertThat(Stream.of(Inner.class, Outer.class, Listed.class)
                        .map(type -> type.getRecordComponents()[0])
                        .allMatch(PersonalTextTest::canHoldText))
                .isTrue();
    }

    private static String nameOf(FactType type, RecordComponent field) {
        return type.name() + "." + field.getName();
    }

    private static boolean isMarked(FactType type, RecordComponent field) {
        return Confidential.class.isAssignableFrom(field.getType())
                || CODES.contains(field.getType())
                || NUMBERS.contains(field.getType())
                || NOT_PERSONAL.containsKey(nameOf(type, field));
    }

    /** Whether a text can be anywhere in it; a fact in a fact is looked at by itself. */
    private static boolean canHoldText(RecordComponent field) {
        return canHoldText(field, new HashSet<>());
    }

    private static boolean canHoldText(RecordComponent field, Set<Class<?>> seen) {
        return canHoldText(field.getType(), seen)
                || (field.getGenericType() instanceof ParameterizedType generic
                        && Arrays.stream(generic.getActualTypeArguments())
                                .anyMatch(each -> !(each instanceof Class<?> type) || canHoldText(type, seen)));
    }

    private static boolean canHoldText(Class<?> type, Set<Class<?>> seen) {
        if (type.isEnum() || type == Fact.class || !seen.add(type)) {
            return false;
        }
        return CharSequence.class.isAssignableFrom(type)
                || type == Object.class
                || type.isArray()
                || (type.isRecord()
                        && Arrays.stream(type.getRecordComponents()).anyMatch(each -> canHoldText(each, seen)));
    }
}

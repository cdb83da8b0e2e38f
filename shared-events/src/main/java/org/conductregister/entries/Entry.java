package org.conductregister.entries;

import java.util.Objects;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.terms.text.Confidential;
import org.jspecify.annotations.Nullable;

/**
 * A fact on a record, with an id that makes logging it repeatable. Immutable.
 *
 * @param dayAssumed whether no day was stated, so that it is the day of sending; the day is then not part of the content
 *     that a repetition must equal
 */
public record Entry(EntryId entryId, RecordId record, Fact fact, boolean dayAssumed) {

    /** An entry that states its day. */
    public Entry(EntryId entryId, RecordId record, Fact fact) {
        this(entryId, record, fact, false);
    }

    /** Whether sending this entry again says what was recorded, as far as that can still be read. */
    public boolean says(Fact recorded) {
        return fact.equals(recorded) || isSame(fact, recorded, dayAssumed);
    }

    /** Whether two facts say the same, as far as their texts can still be read. */
    public static boolean isSame(Fact one, Fact other) {
        return one.equals(other) || isSame(one, other, false);
    }

    private static boolean isSame(Fact one, Fact other, boolean whateverTheDay) {
        if (one.getClass() != other.getClass()) {
            return false;
        }
        var type = FactType.of(one);
        var values = type.values(one);
        var others = type.values(other);
        for (int i = 0; i < values.length; i++) {
            boolean isDay = type.fields().get(i).name().equals("occurredOn");
            if (!(isDay && whateverTheDay) && !isSame(values[i], others[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Confidential text && other instanceof Confidential otherText) {
            return text.isErased() || otherText.isErased() || text.equals(otherText);
        }
        return (one instanceof Fact fact && other instanceof Fact otherFact)
                ? isSame(fact, otherFact, false)
                : Objects.equals(one, other);
    }
}

package org.conductregister.command.decisions;

import java.time.LocalDate;
import java.util.Optional;
import org.conductregister.facts.Fact;

/**
 * The fold of one kind of record, and the rules that its next fact must keep.
 *
 * @param <S> the state folded to
 */
public interface Rules<S> {

    /** Before any fact. */
    S initial();

    /** The state after one more fact, in order of the day. Not asked for corrections. */
    S evolve(S before, LocalDate day, Fact fact);

    /** The rule that the fact would break if it came next, or empty. Pure; not asked for corrections. */
    Optional<Rule> broken(S before, LocalDate day, Fact fact);

    /** The rule that forbids to erase this record's personal data; empty where none does. */
    default Optional<Rule> notErasable(S head) {
        return Optional.empty();
    }

    /** The rule that forbids to mark this record a duplicate of another, whatever the other is; empty where none does. */
    default Optional<Rule> notMarkable(S head) {
        return Optional.empty();
    }

    /** Whether a record that is marked a duplicate takes no more facts: they go on the one that it duplicates. */
    default boolean closedByMarking() {
        return false;
    }

    /**
     * Says more exactly why.
     *
     * @param head the state with all that is recorded, later days included
     * @param unretracted the same as if nothing of it had been retracted
     * @return the rule to name, {@code broken} itself where there is nothing better to say
     */
    default Rule explain(Rule broken, S head, S unretracted, Fact fact) {
        return broken;
    }
}

package org.conductregister.query.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The members pending at the beginning and the end of periods, and the movements between.
 *
 * @param knownAt as of {@link Table}
 * @param position of the last entry that was known
 */
public record Flows(Instant knownAt, long position, List<Period> periods) {

    /**
     * A period, both days included.
     *
     * @param groups in order of their values; those that nothing was pending in and nothing happened in are left out
     */
    public record Period(LocalDate from, LocalDate to, List<Group> groups) {

        public Period {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Members that are alike at the end of the period. Start, received and reopened, less closed, are the end. By the ends of
     * days: what was closed and reopened within one day is neither.
     *
     * @param values as of {@link Table.Group}
     * @param start how many of them were pending at the end of the day before the period
     * @param received how many of them were reported in the period
     * @param closed how many times one of them was closed in the period
     * @param reopened how many times one of them was reopened in the period
     * @param end how many of them are pending at the end of the period
     */
    public record Group(List<Object> values, long start, long received, long closed, long reopened, long end) {

        /** Whether there is nothing in it. */
        public boolean isEmpty() {
            return start == 0 && received == 0 && closed == 0 && reopened == 0 && end == 0;
        }
    }

    public Flows {
        periods = List.copyOf(periods);
    }
}

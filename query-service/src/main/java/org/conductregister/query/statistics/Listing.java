package org.conductregister.query.statistics;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Which members of a count to list.
 *
 * @param group limits them to those that have any of the values given of each dimension given
 * @param records limits them to those of some cases or recommendations; officers, who are of none, to some of them by their numbers
 * @param relevance of a record among {@code records}, the higher the better; used by {@link Order#MOST_RELEVANT_FIRST} alone
 * @param offset how many to pass over
 * @param limit the most to list
 */
public record Listing(
        Map<String, Set<Object>> group,
        Predicate<String> records,
        ToDoubleFunction<String> relevance,
        Order order,
        long offset,
        int limit) {

    /** All are equally relevant. */
    public Listing(Map<String, Set<Object>> group, Predicate<String> records, Order order, long offset, int limit) {
        this(group, records, record -> 0, order, offset, limit);
    }

    /** In what order. */
    public enum Order {
        /** In the order in which the register first heard of them. */
        AS_MET,
        /** The latest reported first; those of one day in order of their record. Not for officers. */
        LATEST_REPORTED_FIRST,
        /** The most relevant first; equally relevant ones as by {@link #LATEST_REPORTED_FIRST}. Not for officers. */
        MOST_RELEVANT_FIRST
    }

    /** For {@code records}: none is left out. */
    public static final Predicate<String> EVERY_RECORD = record -> true;

    public static Listing page(Map<String, Set<Object>> group, long offset, int limit) {
        return new Listing(group, EVERY_RECORD, Order.AS_MET, offset, limit);
    }
}

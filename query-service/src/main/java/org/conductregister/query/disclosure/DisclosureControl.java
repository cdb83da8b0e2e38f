package org.conductregister.query.disclosure;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.query.disclosure.CountedTables.Related;
import org.conductregister.query.disclosure.Decision.NotPublishable;
import org.conductregister.query.disclosure.Decision.Offer;
import org.conductregister.query.disclosure.Decision.Publishable;
import org.conductregister.query.disclosure.attack.TimeLimit;
import org.conductregister.query.disclosure.attack.TimeRanOutException;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps small counts from being told by tables that leave for publication. Thread-safe; a decision takes some seconds, and about twenty at most.
 */
@Component
public class DisclosureControl {

    static final String NOT_CHECKED_IN_TIME =
            "Whether small counts can be worked out could not be checked in the time there is.";

    private static final int MOST_OFFERS = 3;

    /**
     * How long anything may take.
     *
     * @param table the search for a way to publish a table
     * @param offer the search for a way to publish one that could be published instead
     * @param offers all these searches
     */
    record Longest(Duration table, Duration offer, Duration offers) {

        static final Longest USUAL = new Longest(Duration.ofSeconds(15), Duration.ofSeconds(2), Duration.ofSeconds(6));
    }

    private static final List<Integer> BASES = List.of(5, 10, 20);

    private final CountedTables counted;
    private final ReleasedTables released;
    private final Clock clock;
    private final Longest longest;

    @Autowired
    DisclosureControl(CountedTables counted, ReleasedTables released, Clock clock) {
        this(counted, released, clock, Longest.USUAL);
    }

    DisclosureControl(CountedTables counted, ReleasedTables released, Clock clock, Longest longest) {
        this.counted = counted;
        this.released = released;
        this.clock = clock;
        this.longest = longest;
    }

    /** How a table would be published; nothing is noted down. */
    public Decision preview(Question question, DisclosureRule rule) {
        return decide(question, rule, released.known());
    }

    /**
     * Refuses a table that cannot be checked, and offers the counts that could be published in its place.
     *
     * @param why it cannot be checked
     * @param counts the question of these counts
     */
    public NotPublishable refusal(String why, Question counts, DisclosureRule rule) {
        return switch (preview(counts, rule)) {
            case Publishable publishable ->
                new NotPublishable(
                        why,
                        List.of(new Offer(
                                "Publish the counts as at %s instead."
                                        .formatted(counts.times().asAt()),
                                counts.groupBy(),
                                rule,
                                publishable.table().question().times())));
            case NotPublishable refused -> new NotPublishable(why, refused.offers());
        };
    }

    /**
     * Publishes a table: what it shows is noted down, durably on return, and from then on readers are taken to know it. Counts
     * as they are ({@link DisclosureRule#EXACT}) are not for publication, and not noted down.
     *
     * @param by who has asked for it
     */
    public Decision publish(Question question, DisclosureRule rule, String by) {
        while (true) {
            var known = released.known();
            var decision = decide(question, rule, known);
            if (!(decision instanceof Publishable publishable) || rule.isExact()) {
                return decision;
            }
            var table = publishable.table();
            if (kept(table, known) != null || released.add(Released.of(table), known, clock.instant(), by)) {
                return decision;
            }
        }
    }

    /** The table as it was published when its counts were what they are now: it tells nothing new. */
    private static @Nullable PublishedTable kept(PublishedTable asCounted, ReleasedTables.Known known) {
        for (var before : known.of(asCounted.question().unit())) {
            if (before.rule().equals(asCounted.rule())
                    && before.question()
                            .population()
                            .equals(asCounted.question().population())
                    && before.question().groupBy().equals(asCounted.question().groupBy())) {
                var same = before.statesIn(asCounted);
                if (same != null) {
                    return asCounted.with(same);
                }
            }
        }
        return null;
    }

    private Decision decide(Question question, DisclosureRule rule, ReleasedTables.Known known) {
        var limit = TimeLimit.in(longest.table());
        var table = counted.table(question, rule);
        var unchecked = unchecked(question);
        if (unchecked != null && (!rule.isExact() || overlaps(question))) {
            return new NotPublishable(unchecked, offers(table, known));
        }
        if (rule.isExact()) {
            return new Publishable(table);
        }
        var kept = kept(table, known);
        if (kept != null) {
            return new Publishable(kept);
        }
        try {
            var safe = protectedTable(table, known, limit).find();
            if (safe != null) {
                return new Publishable(safe);
            }
            return new NotPublishable(
                    "No way was found to hide small counts so that they cannot be worked out from the totals and from tables"
                            + " published before.",
                    offers(table, known));
        } catch (TimeRanOutException e) {
            return new NotPublishable(NOT_CHECKED_IN_TIME, offers(table, known));
        }
    }

    /**
     * Returns the tables that would be published if they were asked for: rounding, or one dimension less, or the
     * times of an earlier table.
     */
    private List<Offer> offers(PublishedTable table, ReleasedTables.Known known) {
        var question = table.question();
        var candidates = new ArrayList<Offer>();
        for (int k = question.groupBy().size() - 1; k >= 0; k--) {
            var fewer = new ArrayList<>(question.groupBy());
            var merged = fewer.remove(k);
            candidates.add(new Offer(
                    "Merge the groups of %s: count them together.".formatted(merged),
                    fewer,
                    table.rule(),
                    question.times()));
        }
        if (table.rule().isRounding()) {
            candidates.add(new Offer(
                    "Hide counts below %d instead of rounding."
                            .formatted(table.rule().suppressBelow()),
                    question.groupBy(),
                    new DisclosureRule(table.rule().suppressBelow(), 0),
                    question.times()));
        }
        for (int base : BASES) {
            if (base > table.rule().roundTo()) {
                candidates.add(new Offer(
                        "Round every count and total to the nearest multiple of %d.".formatted(base),
                        question.groupBy(),
                        new DisclosureRule(table.rule().suppressBelow(), base),
                        question.times()));
            }
        }
        earlierTimes(question, known).stream()
                .map(times -> new Offer(
                        "Use the times of a table published before: as at %s, as known at %s."
                                .formatted(times.asAt(), times.knownAt()),
                        question.groupBy(),
                        table.rule(),
                        times))
                .forEach(candidates::add);
        var offers = new ArrayList<Offer>();
        var limit = TimeLimit.in(longest.offers());
        for (var candidate : candidates) {
            if (offers.size() < MOST_OFFERS
                    && !limit.isReached()
                    && holds(candidate, question, known, limit.within(longest.offer()))) {
                offers.add(candidate);
            }
        }
        return offers;
    }

    private static List<PointInTime> earlierTimes(Question question, ReleasedTables.Known known) {
        var times = new ArrayList<>(known.of(question.unit()).stream()
                .map(released -> released.question().times())
                .filter(each -> !each.equals(question.times()))
                .distinct()
                .toList());
        Collections.reverse(times);
        return times.subList(0, Math.min(1, times.size()));
    }

    private ProtectedTable protectedTable(PublishedTable table, ReleasedTables.Known known, TimeLimit limit) {
        var unit = table.question().unit();
        var ofUnit = known.of(unit);
        var others = known.ofOtherUnits(unit);
        var readers = new ArrayList<Related>();
        readers.add(counted.related(table, ofUnit, limit));
        if (!others.isEmpty()) {
            readers.add(counted.related(table, together(ofUnit, others), limit));
        }
        var published = readers.getLast().published();
        for (var other : Unit.values()) {
            if (other != unit && !known.of(other).isEmpty()) {
                var tables = together(known.of(other), known.ofOtherUnits(other));
                OtherUnits.readAs(other, table.question())
                        .flatMap(question -> counted.related(question, tables, limit))
                        .ifPresent(readers::add);
            }
        }
        return new ProtectedTable(table, readers, published, limit);
    }

    private static List<Released> together(List<Released> some, List<Released> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** Why a table cannot be checked; null where it can be. */
    private static @Nullable String unchecked(Question question) {
        if (overlaps(question)) {
            return "Several values of %s can hold at once: its groups overlap, so what they add up to cannot be checked."
                    .formatted(String.join(", ", Dimensions.overlapping(question.unit(), question.groupBy())));
        }
        return OtherUnits.countsAllegations(question)
                ? "How many allegations there are of each number, added up, tells counts that are hidden in a table of allegations."
                        + " That cannot be checked."
                : null;
    }

    private static boolean overlaps(Question question) {
        return !Dimensions.overlapping(question.unit(), question.groupBy()).isEmpty();
    }

    private boolean holds(Offer offer, Question question, ReleasedTables.Known known, TimeLimit limit) {
        var other = new Question(question.unit(), question.population(), offer.groupBy(), offer.times());
        if (unchecked(other) != null) {
            return false;
        }
        try {
            return protectedTable(counted.table(other, offer.rule()), known, limit)
                            .find()
                    != null;
        } catch (TimeRanOutException e) {
            return false;
        }
    }
}

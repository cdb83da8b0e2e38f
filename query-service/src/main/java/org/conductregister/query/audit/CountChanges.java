package org.conductregister.query.audit;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.EventLog;
import org.conductregister.query.audit.RecordedBetween.Brief;
import org.conductregister.query.casefile.CaseHistories;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.sight.VisibleMembers;
import org.conductregister.query.sight.WithheldCases;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Listing.Order;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds the units that count differently at a later instant, and the entries recorded in between that made them. It
 * compares only what such entries can reach: the records that have one, and the cases of the people in them.
 */
@Component
public class CountChanges {

    /** The number of members read at a time. People belong to no one record, so all of them are compared. */
    static final int AT_A_TIME = 50_000;

    private final StatisticsEngine engine;
    private final EventLog log;
    private final CaseHistories histories;
    private final BiFunction<Question, Listing, Members> visible;
    private final WithheldCases withheld;
    private final int atATime;

    @Autowired
    CountChanges(
            StatisticsEngine engine,
            EventLog log,
            CaseHistories histories,
            VisibleMembers visible,
            WithheldCases withheld) {
        this(engine, log, histories, visible::compared, withheld, AT_A_TIME);
    }

    CountChanges(
            StatisticsEngine engine,
            EventLog log,
            CaseHistories histories,
            BiFunction<Question, Listing, Members> visible,
            WithheldCases withheld,
            int atATime) {
        this.visible = visible;
        this.withheld = withheld;
        this.atATime = atATime;
        this.engine = engine;
        this.log = log;
        this.histories = histories;
    }

    /** Whoever asks sees all. */
    CountChanges(StatisticsEngine engine, EventLog log, CaseHistories histories, int atATime) {
        this(engine, log, histories, engine::members, () -> record -> false, atATime);
    }

    /**
     * The records that count otherwise, and the entries that make them.
     *
     * @param differing in order of the first entry
     */
    public record Answer(RecordedBetween between, List<Differing> differing) {}

    /**
     * A unit that counts otherwise.
     *
     * @param before the group it was in; null where it was not counted
     * @param after likewise
     * @param entries that were recorded between, of its record and the person it is about
     */
    public record Differing(
            Member member,
            @Nullable List<Object> before,
            @Nullable List<Object> after,
            List<Brief> entries) {}

    /** The identity of a unit. */
    private record Key(
            @Nullable String record,
            @Nullable String part,
            @Nullable String officer) {

        private static Key of(Unit unit, Member member) {
            return new Key(member.record(), member.part(), unit == Unit.OFFICERS ? member.officerId() : null);
        }
    }

    /** Waits until what is compared shows all that was recorded until a read began. */
    void awaitOn(AskedTimes asked) {
        asked.asKnownAt(PointInTime.NOW).awaitOn(engine.head(), histories.head());
    }

    /**
     * Finds what counts otherwise at a later instant.
     *
     * @param later the same question at a later instant
     */
    public Answer explain(Question earlier, Question later) {
        var between = RecordedBetween.read(
                log, earlier.times().knownAt(), later.times().knownAt(), withheld.fromReader());
        var reached = reached(earlier.unit(), between);
        var before = members(earlier, reached);
        var after = members(later, reached);
        var keys = new HashSet<>(before.keySet());
        keys.addAll(after.keySet());
        var differing = new ArrayList<Differing>();
        for (var key : keys) {
            var was = before.get(key);
            var is = after.get(key);
            var groupBefore = was == null ? null : group(earlier, was);
            var groupAfter = is == null ? null : group(later, is);
            if (!Objects.equals(groupBefore, groupAfter)) {
                differing.add(new Differing(
                        is == null ? requireNonNull(was) : is,
                        groupBefore,
                        groupAfter,
                        entries(earlier.unit(), was, is, between)));
            }
        }
        differing.sort(Comparator.comparingLong(CountChanges::firstEntry)
                .thenComparing(each -> String.valueOf(each.member().record()))
                .thenComparing(each -> String.valueOf(each.member().part()))
                .thenComparing(each -> String.valueOf(each.member().officerId())));
        return new Answer(between, differing);
    }

    private static long firstEntry(Differing differing) {
        return differing.entries().isEmpty()
                ? Long.MAX_VALUE
                : differing.entries().getFirst().position();
    }

    private static List<Object> group(Question question, Member member) {
        return question.groupBy().stream().map(member.values()::get).toList();
    }

    /** The identifiers of the cases or recommendations whose units may count otherwise. */
    private Set<String> reached(Unit unit, RecordedBetween between) {
        if (unit == Unit.RESPONSES) {
            return between.records(RecordKind.RECOMMENDATION, id -> id);
        }
        var cases = between.records(RecordKind.CASE, CaseId::new);
        var officers = new HashSet<>(between.officers());
        officers.addAll(histories.officersOf(cases)); // a dismissal in one case counts in the others
        cases.addAll(histories.casesOf(officers));
        return cases.stream().map(CaseId::value).collect(toSet());
    }

    private Map<Key, Member> members(Question question, Set<String> reached) {
        var members = new HashMap<Key, Member>();
        int asked;
        long offset = 0;
        do {
            Predicate<String> looked = question.unit() == Unit.OFFICERS ? Listing.EVERY_RECORD : reached::contains;
            var listing = new Listing(Map.of(), looked, Order.AS_MET, offset, atATime);
            var found = visible.apply(question, listing).members();
            found.forEach(member -> members.put(Key.of(question.unit(), member), slim(question, member)));
            asked = found.size();
            offset += asked;
        } while (asked == atATime);
        return members;
    }

    /** The member with the values that are compared and no others, since there may be very many members. */
    private static Member slim(Question question, Member member) {
        var values = new HashMap<>(member.values());
        values.keySet().retainAll(question.groupBy());
        return new Member(member.record(), member.part(), member.officerId(), member.referredOn(), Map.copyOf(values));
    }

    private List<Brief> entries(Unit unit, @Nullable Member was, @Nullable Member is, RecordedBetween between) {
        var kind = unit == Unit.RESPONSES ? RecordKind.RECOMMENDATION : RecordKind.CASE;
        var own = new LinkedHashSet<RecordId>();
        var people = new HashSet<OfficerId>();
        for (var member : new Member[] {was, is}) {
            if (member != null && member.record() != null) {
                own.add(new RecordId(kind, member.record()));
            }
            if (member != null && member.officerId() != null) {
                people.add(new OfficerId(member.officerId()));
            }
        }
        people.forEach(officer -> own.add(RecordId.of(officer)));
        var entries = between.of(own);
        return entries.isEmpty() || unit == Unit.OFFICERS ? between.of(withCasesOf(people, own)) : entries;
    }

    private Set<RecordId> withCasesOf(Set<OfficerId> people, Set<RecordId> own) {
        var records = new HashSet<>(own);
        histories.casesOf(people).forEach(caseId -> records.add(RecordId.of(caseId)));
        return records;
    }
}

package org.conductregister.query.sight;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.platform.people.Sight;
import org.conductregister.query.casefile.files.ReaderSight;
import org.conductregister.query.statistics.DurationMembers;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.FlowMembers;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.MovementEngine;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.Unit;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.web.accesslog.AccessedRecords;
import org.springframework.stereotype.Component;

/**
 * The members of counts as whoever asks may see them: of handlers with forces, cases of these forces and what hangs on them;
 * of a person who is an officer, nothing of a case in which they are named. Counts themselves are of everything. Who may see
 * all is asked for nothing more than a look at who they are.
 */
@Component
public class VisibleMembers {

    /** No code, so that nothing has it. */
    private static final String NO_FORCE = "-";

    private final StatisticsEngine engine;
    private final MovementEngine movements;
    private final ReaderSight reader;

    VisibleMembers(StatisticsEngine engine, MovementEngine movements, ReaderSight reader) {
        this.engine = engine;
        this.movements = movements;
        this.reader = reader;
    }

    /** As {@link StatisticsEngine#members}, without those that the reader may not see. */
    public Members members(Question question, Listing listing) {
        var sight = reader.sight();
        var members = sight.isEverything()
                ? engine.members(question, listing)
                : engine.members(narrowed(question, sight), narrowed(question.unit(), listing, sight));
        shown(question.unit(), members.members());
        return members;
    }

    /** As {@link MovementEngine#durationMembers}, without those that the reader may not see. */
    public DurationMembers durationMembers(
            Question question, Measure measure, DurationMembers.Part part, boolean onlyOver, Listing listing) {
        var sight = reader.sight();
        var members = movements.durationMembers(
                narrowed(question, sight), measure, part, onlyOver, narrowed(question.unit(), listing, sight));
        shown(
                question.unit(),
                members.members().stream().map(DurationMembers.Timed::member).toList());
        return members;
    }

    /** As {@link MovementEngine#flowMembers}, without those that the reader may not see. */
    public FlowMembers flowMembers(
            Question question, LocalDate from, LocalDate to, FlowMembers.Flow flow, Listing listing) {
        var sight = reader.sight();
        var members = movements.flowMembers(
                narrowed(question, sight), from, to, flow, narrowed(question.unit(), listing, sight));
        shown(
                question.unit(),
                members.members().stream().map(FlowMembers.Moved::member).toList());
        return members;
    }

    /**
     * Counts cases as {@link StatisticsEngine#count}, without those that the reader may not see. Costs a look at each case in
     * which they are named.
     *
     * @param question of cases
     */
    public Table countCases(Question question) {
        var sight = reader.sight();
        var asked = narrowed(question, sight);
        var table = engine.count(asked);
        var hidden = reader.casesNamingReader();
        if (hidden.isEmpty()) {
            return table;
        }
        var listing = new Listing(
                Map.of(), record -> hidden.contains(new CaseId(record)), Listing.Order.AS_MET, 0, hidden.size());
        var less = new HashMap<List<Object>, Long>();
        for (var member : engine.members(asked, listing).members()) {
            var values = question.groupBy().stream()
                    .map(dimension -> requireNonNull(member.values().get(dimension)))
                    .toList();
            less.merge(values, 1L, Long::sum);
        }
        var groups = table.groups().stream()
                .map(group -> new Table.Group(group.values(), group.count() - less.getOrDefault(group.values(), 0L)))
                .filter(group -> group.count() > 0)
                .toList();
        return new Table(table.knownAt(), table.position(), groups);
    }

    /** Has the access log know which records are listed. */
    private static void shown(Unit unit, List<Member> members) {
        var kind = switch (unit) {
            case ALLEGATIONS, CASES, REFERRALS -> RecordKind.CASE;
            case OFFICERS -> RecordKind.OFFICER;
            case RESPONSES -> RecordKind.RECOMMENDATION;
        };
        AccessedRecords.add(members.stream()
                .limit(AccessedRecords.MOST)
                .map(member -> kind == RecordKind.OFFICER ? member.officerId() : member.record())
                .filter(id -> id != null)
                .map(id -> new RecordId(kind, id))
                .toList());
    }

    /** The question, limited to what the reader may see by force. */
    public Question narrowed(Question question) {
        return narrowed(question, reader.sight());
    }

    private static Question narrowed(Question question, Sight sight) {
        var population =
                question.unit() == Unit.RESPONSES ? question.population() : narrowed(question.population(), sight);
        return new Question(question.unit(), population, question.groupBy(), question.times());
    }

    private static Population narrowed(Population population, Sight sight) {
        if (sight.forces().isEmpty()) {
            return population;
        }
        var asked = population.of(Filter.FORCE);
        var may = new TreeSet<String>();
        sight.forces().stream()
                .map(ForceCode::value)
                .filter(force -> asked.isEmpty() || asked.contains(force))
                .forEach(may::add);
        return population.with(Filter.FORCE, may.isEmpty() ? new String[] {NO_FORCE} : may.toArray(String[]::new));
    }

    private Listing narrowed(Unit unit, Listing listing, Sight sight) {
        if (sight.self().isEmpty()) {
            return listing;
        }
        var records = listing.records().and(seen(unit));
        return new Listing(
                listing.group(), records, listing.relevance(), listing.order(), listing.offset(), listing.limit());
    }

    /** Whether the reader may see a member by who they are as an officer; what {@link #narrowed} limits is not looked at again. */
    public Predicate<Member> seenMembers(Unit unit) {
        if (reader.sight().self().isEmpty()) {
            return member -> true;
        }
        var seen = seen(unit);
        return member -> seen.test(
                requireNonNull(unit == Unit.OFFICERS ? member.officerId() : member.record(), "what names it"));
    }

    private Predicate<String> seen(Unit unit) {
        return switch (unit) {
            case ALLEGATIONS, CASES, REFERRALS -> {
                var hidden = reader.casesNamingReader();
                yield record -> !hidden.contains(new CaseId(record));
            }
            case OFFICERS -> {
                var hidden = reader.officersKnownByThoseAlone();
                yield officer -> !hidden.contains(new OfficerId(officer));
            }
            case RESPONSES -> record -> true;
        };
    }
}

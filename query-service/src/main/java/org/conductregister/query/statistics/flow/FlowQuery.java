package org.conductregister.query.statistics.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.FlowMembers;
import org.conductregister.query.statistics.FlowMembers.Flow;
import org.conductregister.query.statistics.FlowMembers.Moved;
import org.conductregister.query.statistics.Flows;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.ever.EverMembers;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.plan.QueryPlanCache;
import org.conductregister.query.statistics.plan.Selection;
import org.conductregister.query.statistics.scan.CountQuery;
import org.conductregister.query.statistics.scan.MemberReader;
import org.conductregister.query.statistics.scan.UnitAt;

/** The flows of a question about allegations or cases, whose own day plays no part. For one thread. */
public final class FlowQuery {

    private final IndexSnapshot index;
    private final QueryPlanCache plans;
    private final Question question;
    private final Head.At knownAt;
    private final int known;

    public FlowQuery(IndexSnapshot index, QueryPlanCache plans, Question question, Head.At knownAt) {
        this.index = index;
        this.plans = plans;
        this.question = question;
        this.knownAt = knownAt;
        this.known = index.rowsAt(question.unit(), knownAt);
    }

    /**
     * The flows of periods that follow one another.
     *
     * @param from the first day of the first
     * @param ends the last day of each, ascending
     */
    public Flows flows(LocalDate from, List<LocalDate> ends) {
        var periods = LastingDimensions.areAllOf(question)
                ? fromCounts(from, ends)
                : memberFlows(Map.of(), question.groupBy()).of(from, ends);
        return new Flows(knownAt.recordedAt(), knownAt.position(), periods);
    }

    private List<Flows.Period> fromCounts(LocalDate from, List<LocalDate> ends) {
        var days = new ArrayList<LocalDate>(ends.size() + 1);
        days.add(from.minusDays(1));
        days.addAll(ends);
        var groupBy = StockFlows.groupBy(question.groupBy(), Dimensions.REOPENINGS);
        var plan = plans.plan(new Selection(question.unit(), question.population(), Map.of(), groupBy));
        var counts = new CountQuery(plan, index.of(question.unit()), known).series(days);
        return StockFlows.of(from, counts, question.groupBy().size());
    }

    private MemberFlows memberFlows(Map<String, Set<Object>> group, List<String> groupBy) {
        var plan = plans.plan(new Selection(question.unit(), question.population(), group, groupBy));
        var population = question.population();
        return new MemberFlows(
                question.unit(),
                plan,
                plans.candidates(plan, index.of(question.unit())),
                index.of(question.unit()),
                known,
                day -> population.ever().isEmpty()
                        ? member -> true
                        : EverMembers.of(new UnitAt(index, question.unit(), knownAt, day), population));
    }

    /** The members that one number of one period is of; O(rows). */
    public FlowMembers members(LocalDate from, LocalDate to, Flow flow, Listing listing) {
        var reader = new MemberReader(index, question.unit());
        var members = index.of(question.unit());
        var page = new ArrayList<Moved>();
        var totals = new long[2];
        memberFlows(listing.group(), List.of()).forEach(from, to, (version, state, start, received, reopened, end) -> {
            int times = switch (flow) {
                case START -> start;
                case RECEIVED -> received;
                case CLOSED -> start + received + reopened - end;
                case REOPENED -> reopened;
                case END -> end;
            };
            if (times != 0
                    && listing.records().test(members.record(members.versions().member(version)))) {
                if (totals[1] >= listing.offset() && page.size() < listing.limit()) {
                    page.add(new Moved(reader.member(version, state), times));
                }
                totals[0] += times;
                totals[1]++;
            }
        });
        return new FlowMembers(knownAt.recordedAt(), knownAt.position(), totals[0], totals[1], page);
    }
}

package org.conductregister.query.statistics.scan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Listing.Order;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.plan.CandidateMembers;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.jspecify.annotations.Nullable;

/** Lists the members of a count, from the same rows that {@link CountQuery} counts. Not of officers. For one thread. */
public final class MemberQuery {

    private final UnitSnapshot snapshot;
    private final QueryPlan plan;
    private final CandidateMembers candidates;
    private final Head.At knownAt;
    private final int known;
    private final LocalDate asAt;
    private final MemberReader reader;

    /** Null where all members of the plan are listed. */
    private final @Nullable IntPredicate only;

    /**
     * A query of one plan.
     *
     * @param plan of the members, grouped by nothing
     * @param candidates of the plan
     * @param only leaves out the others, by number; null leaves out none
     */
    public MemberQuery(
            IndexSnapshot index,
            Unit unit,
            QueryPlan plan,
            CandidateMembers candidates,
            Head.At knownAt,
            LocalDate asAt,
            @Nullable IntPredicate only) {
        this.snapshot = index.of(unit);
        this.plan = plan;
        this.candidates = candidates;
        this.knownAt = knownAt;
        this.known = index.rowsAt(unit, knownAt);
        this.asAt = asAt;
        this.reader = new MemberReader(index, unit);
        this.only = only;
    }

    /** A query of all members of a plan. */
    MemberQuery(
            IndexSnapshot index,
            Unit unit,
            QueryPlan plan,
            CandidateMembers candidates,
            Head.At knownAt,
            LocalDate asAt) {
        this(index, unit, plan, candidates, knownAt, asAt, null);
    }

    /** A page of the members. What its listing says of groups is in the plan already. */
    public Members page(Listing listing) {
        boolean ofAllRecords = listing.records() == Listing.EVERY_RECORD
                && listing.order() != Order.MOST_RELEVANT_FIRST
                && only == null;
        int day = Math.toIntExact(asAt.toEpochDay());
        return ofAllRecords && DayCode.hasCode(day) ? countedPage(listing, day) : filteredPage(listing, day);
    }

    /** Looks no further than to the end of the page; how many members there are in all is counted. */
    private Members countedPage(Listing listing, int day) {
        long total = new CountQuery(plan, snapshot, known).total(asAt);
        int upTo = DayCode.upTo(day);
        int versions = snapshot.versionsKnown(known);
        IntUnaryOperator stateOf =
                version -> version < versions ? snapshot.stateAt(version, upTo, known) : UnitState.NOT_THERE;
        if (listing.order() == Order.AS_MET) {
            int limit = Math.clamp(total - listing.offset(), 0, listing.limit());
            return members(total, firstPage(stateOf, listing.offset(), limit), stateOf);
        }
        if (!VersionStates.areMostlySettled(snapshot, versions, known, upTo)) {
            stateOf = VersionStates.at(snapshot, known, day)::of;
        }
        var states = stateOf;
        var page = new LatestFirstPage(snapshot, candidates, first -> versionOf(first, states))
                .page(listing.offset(), listing.limit());
        return members(total, page, states);
    }

    /** The first members found in order of their number. */
    private int[] firstPage(IntUnaryOperator stateOf, long offset, int limit) {
        var page = new int[limit];
        int size = 0;
        long found = 0;
        var all = candidates.in(snapshot);
        for (int i = 0; size < limit && i < all.count(); i++) {
            int version = versionOf(all.firstVersions()[i], stateOf);
            if (version != MemberVersions.NONE && found++ >= offset) {
                page[size++] = version;
            }
        }
        return Arrays.copyOf(page, size);
    }

    /** Looks at all members. */
    private Members filteredPage(Listing listing, int day) {
        IntUnaryOperator stateOf = VersionStates.at(snapshot, known, day)::of;
        var found = find(stateOf, listing.records());
        var page = switch (listing.order()) {
            case AS_MET ->
                Arrays.stream(found)
                        .skip(listing.offset())
                        .limit(listing.limit())
                        .toArray();
            case LATEST_REPORTED_FIRST -> LatestFirstPage.page(snapshot, found, listing.offset(), listing.limit());
            case MOST_RELEVANT_FIRST -> mostRelevant(found, listing);
        };
        return members(found.length, page, stateOf);
    }

    private int[] mostRelevant(int[] found, Listing listing) {
        var latestFirst = LatestFirstPage.page(snapshot, found, 0, found.length);
        return Arrays.stream(latestFirst)
                .boxed()
                .sorted(Comparator.comparingDouble(version -> -listing.relevance()
                        .applyAsDouble(snapshot.record(snapshot.versions().member(version)))))
                .skip(listing.offset())
                .limit(listing.limit())
                .mapToInt(version -> version)
                .toArray();
    }

    private int[] find(IntUnaryOperator stateOf, Predicate<String> records) {
        var all = candidates.in(snapshot);
        return Arrays.stream(all.firstVersions(), 0, all.count())
                .map(first -> versionOf(first, stateOf))
                .filter(version -> version != MemberVersions.NONE
                        && (only == null || only.test(snapshot.versions().member(version)))
                        && records.test(snapshot.record(snapshot.versions().member(version))))
                .toArray();
    }

    /** The version that a member is in, where that is selected, else {@link MemberVersions#NONE}. */
    private int versionOf(int first, IntUnaryOperator stateOf) {
        for (int version = first;
                version != MemberVersions.NONE;
                version = snapshot.versions().next(version)) {
            if (plan.admits(snapshot, version) && plan.grouping().selectsState(snapshot, stateOf.applyAsInt(version))) {
                return version;
            }
        }
        return MemberVersions.NONE;
    }

    private Members members(long total, int[] page, IntUnaryOperator stateOf) {
        var members = Arrays.stream(page)
                .mapToObj(version -> reader.member(version, stateOf.applyAsInt(version)))
                .toList();
        return new Members(knownAt.recordedAt(), knownAt.position(), total, members);
    }
}

package org.conductregister.query.statistics.scan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Listing.Order;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Features;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.index.PointTable;
import org.conductregister.query.statistics.index.UnitIndex;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.jspecify.annotations.Nullable;

/** Finds the members of a count from the same rows that it is counted from. */
public final class MemberQuery {

    private final IndexSnapshot snapshot;
    private final Unit unit;
    private final UnitSnapshot view;
    private final UnitIndex index;
    private final QueryPlan plan;
    private final Head.At known;
    private final int size;
    private final LocalDate asAt;
    private final Features<?> features;

    public MemberQuery(IndexSnapshot snapshot, Unit unit, QueryPlan plan, Head.At known, LocalDate asAt) {
        this.snapshot = snapshot;
        this.unit = unit;
        this.view = snapshot.of(unit);
        this.index = view.index();
        this.plan = plan;
        this.known = known;
        this.size = snapshot.sizeAt(unit, known);
        this.asAt = asAt;
        this.features = Dimensions.features(unit);
    }

    public Members page(Listing listing) {
        boolean all = listing.records() == Listing.EVERY_RECORD;
        int day = Math.toIntExact(asAt.toEpochDay());
        if (all && DayCode.hasCode(day)) {
            return listing.order() == Order.AS_MET ? firstFound(listing, DayCode.upTo(day)) : latestFound(listing, day);
        }
        var states = VersionStates.at(view, size, day);
        var found = find(states, all ? record -> true : listing.records());
        var page = listing.order() == Order.AS_MET
                ? Arrays.stream(found)
                        .skip(listing.offset())
                        .limit(listing.limit())
                        .toArray()
                : LatestFirstPage.page(index, found, listing.offset(), listing.limit());
        var members = new ArrayList<Member>(page.length);
        for (int version : page) {
            members.add(member(version, states.of(version)));
        }
        return new Members(known.recordedAt(), known.position(), found.length, members);
    }

    /** Looks no further than the page; how many there are in all is counted. */
    private Members firstFound(Listing listing, int upTo) {
        long total = new CountQuery(plan, view, size).total(asAt);
        var members = new ArrayList<Member>();
        long passed = 0;
        long wanted = Math.min(total - listing.offset(), listing.limit());
        var firsts = plan.candidates().upTo(view.versions());
        for (int i = 0; members.size() < wanted && i < firsts.count(); i++) {
            int version = present(firsts.versions()[i], each -> stateAt(each, upTo));
            if (version != PointTable.NONE && passed++ >= listing.offset()) {
                members.add(member(version, stateAt(version, upTo)));
            }
        }
        return new Members(known.recordedAt(), known.position(), total, members);
    }

    /** Likewise, from the latest reported on. */
    private Members latestFound(Listing listing, int day) {
        long total = new CountQuery(plan, view, size).total(asAt);
        int upTo = DayCode.upTo(day);
        IntUnaryOperator states = VersionStates.areMostlySettled(view, size, upTo)
                ? version -> stateAt(version, upTo)
                : VersionStates.at(view, size, day)::of;
        var page = new LatestFirstPage(index, plan.candidates(), view.versions(), first -> present(first, states))
                .page(listing.offset(), listing.limit());
        var members = Arrays.stream(page)
                .mapToObj(version -> member(version, states.applyAsInt(version)))
                .toList();
        return new Members(known.recordedAt(), known.position(), total, members);
    }

    /** The version that a member is in, where it is wanted; else {@link PointTable#NONE}. */
    private int present(int first, IntUnaryOperator states) {
        int met = first < view.versions() ? first : PointTable.NONE;
        for (int version = met;
                version != PointTable.NONE;
                version = index.versions().next(version, view.versions())) {
            if (plan.admits(version) && plan.split().wantsState(states.applyAsInt(version))) {
                return version;
            }
        }
        return PointTable.NONE;
    }

    private int stateAt(int version, int upTo) {
        return index.versions().stateAt(version, upTo, size, index.rows(), index.transitions());
    }

    private int[] find(VersionStates states, Predicate<String> records) {
        var found = new int[states.count()];
        int count = 0;
        for (int first = 0; first < states.count(); first++) {
            if (!index.versions().isFirst(first)) {
                continue;
            }
            for (int version = first;
                    version != PointTable.NONE;
                    version = index.versions().next(version, view.versions())) {
                if (plan.split().wantsState(states.of(version))
                        && plan.admits(version)
                        && records.test(index.record(index.versions().member(version)))) {
                    found[count++] = version;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private Member member(int version, int state) {
        int profile = index.versions().profile(version);
        var values = new LinkedHashMap<String, Object>();
        for (var dimension : features.dimensions()) {
            int feature = features.index(dimension.name());
            int place = features.place(feature);
            values.put(
                    dimension.name(),
                    features.isLasting(feature)
                            ? index.profiles().value(profile, place)
                            : index.states().value(state - 1, place));
        }
        int member = index.versions().member(version);
        return new Member(
                index.record(member),
                index.part(member),
                officerOf(version),
                unit == Unit.REFERRALS ? LocalDate.ofEpochDay(index.versions().referred(version)) : null,
                values);
    }

    private @Nullable String officerOf(int version) {
        int person = index.versions().person(version);
        return person == UnitState.NOBODY ? null : snapshot.names().name(person);
    }
}

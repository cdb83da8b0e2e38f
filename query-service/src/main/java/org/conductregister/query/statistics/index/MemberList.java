package org.conductregister.query.statistics.index;

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
import org.conductregister.query.statistics.cells.Dimensions;
import org.conductregister.query.statistics.cells.Features;
import org.conductregister.query.statistics.paths.UnitState;
import org.jspecify.annotations.Nullable;

/** Finds the members of a count from the same rows that it is counted from. */
final class MemberList {

    private final Snapshot snapshot;
    private final Unit unit;
    private final UnitView view;
    private final UnitIndex index;
    private final Plan plan;
    private final Head.At known;
    private final int size;
    private final LocalDate asAt;
    private final Features<?> features;

    MemberList(Snapshot snapshot, Unit unit, Plan plan, Head.At known, LocalDate asAt) {
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

    Members page(Listing listing) {
        boolean all = listing.records() == Listing.EVERY_RECORD;
        int day = Math.toIntExact(asAt.toEpochDay());
        if (all && Days.hasCode(day)) {
            return listing.order() == Order.AS_MET ? firstFound(listing, Days.upTo(day)) : latestFound(listing, day);
        }
        var states = GuiseStates.at(view, size, day);
        var found = find(states, all ? record -> true : listing.records());
        var page = listing.order() == Order.AS_MET
                ? Arrays.stream(found)
                        .skip(listing.offset())
                        .limit(listing.limit())
                        .toArray()
                : LatestFirst.page(index, found, listing.offset(), listing.limit());
        var members = new ArrayList<Member>(page.length);
        for (int guise : page) {
            members.add(member(guise, states.of(guise)));
        }
        return new Members(known.recordedAt(), known.position(), found.length, members);
    }

    /** Looks no further than the page; how many there are in all is counted. */
    private Members firstFound(Listing listing, int upTo) {
        long total = new Counting(plan, view, size).total(asAt);
        var members = new ArrayList<Member>();
        long passed = 0;
        long wanted = Math.min(total - listing.offset(), listing.limit());
        var firsts = plan.candidates().upTo(view.guises());
        for (int i = 0; members.size() < wanted && i < firsts.count(); i++) {
            int guise = present(firsts.guises()[i], each -> stateAt(each, upTo));
            if (guise != Rows.NONE && passed++ >= listing.offset()) {
                members.add(member(guise, stateAt(guise, upTo)));
            }
        }
        return new Members(known.recordedAt(), known.position(), total, members);
    }

    /** Likewise, from the latest reported on. */
    private Members latestFound(Listing listing, int day) {
        long total = new Counting(plan, view, size).total(asAt);
        int upTo = Days.upTo(day);
        IntUnaryOperator states = GuiseStates.areMostlySettled(view, size, upTo)
                ? guise -> stateAt(guise, upTo)
                : GuiseStates.at(view, size, day)::of;
        var page = new LatestFirst(index, plan.candidates(), view.guises(), first -> present(first, states))
                .page(listing.offset(), listing.limit());
        var members = Arrays.stream(page)
                .mapToObj(guise -> member(guise, states.applyAsInt(guise)))
                .toList();
        return new Members(known.recordedAt(), known.position(), total, members);
    }

    /** The guise that a member is in, where it is wanted; else {@link Rows#NONE}. */
    private int present(int first, IntUnaryOperator states) {
        int met = first < view.guises() ? first : Rows.NONE;
        for (int guise = met; guise != Rows.NONE; guise = index.guises().next(guise, view.guises())) {
            if (plan.admits(guise) && plan.split().wantsState(states.applyAsInt(guise))) {
                return guise;
            }
        }
        return Rows.NONE;
    }

    private int stateAt(int guise, int upTo) {
        return index.guises().stateAt(guise, upTo, size, index.rows(), index.moves());
    }

    private int[] find(GuiseStates states, Predicate<String> records) {
        var found = new int[states.count()];
        int count = 0;
        for (int first = 0; first < states.count(); first++) {
            if (!index.guises().isFirst(first)) {
                continue;
            }
            for (int guise = first; guise != Rows.NONE; guise = index.guises().next(guise, view.guises())) {
                if (plan.split().wantsState(states.of(guise))
                        && plan.admits(guise)
                        && records.test(index.record(index.guises().member(guise)))) {
                    found[count++] = guise;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private Member member(int guise, int state) {
        int profile = index.guises().profile(guise);
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
        int member = index.guises().member(guise);
        return new Member(
                index.record(member),
                index.part(member),
                officerOf(guise),
                unit == Unit.REFERRALS ? LocalDate.ofEpochDay(index.guises().referred(guise)) : null,
                values);
    }

    private @Nullable String officerOf(int guise) {
        int person = index.guises().person(guise);
        return person == UnitState.NOBODY ? null : snapshot.names().name(person);
    }
}

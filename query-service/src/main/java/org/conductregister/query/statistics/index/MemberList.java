package org.conductregister.query.statistics.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.cells.Dimensions;
import org.conductregister.query.statistics.cells.Features;
import org.conductregister.query.statistics.paths.UnitState;
import org.jspecify.annotations.Nullable;

/** Finds the members of a count from the same points that it is counted from. */
final class MemberList {

    private final Snapshot snapshot;
    private final Question question;
    private final UnitView view;
    private final Head.At known;
    private final int size;
    private final MemberStates states;

    MemberList(Snapshot snapshot, Question question) {
        this.snapshot = snapshot;
        this.question = question;
        this.view = snapshot.of(question.unit());
        this.known = snapshot.knownAt(question.times().knownAt());
        this.size = view.sizeAt(known.position());
        this.states = new MemberStates(view);
        int asAt = Math.toIntExact(question.times().asAt().toEpochDay());
        for (int i = 0; i < size; i++) {
            if (view.day()[i] <= asAt) {
                states.add(i);
            }
        }
    }

    Members page(Listing listing) {
        return question.unit() == Unit.OFFICERS ? officers(listing) : members(listing);
    }

    private Members members(Listing listing) {
        var features = Dimensions.features(question.unit());
        var found = find(listing, features);
        var page = switch (listing.order()) {
            case AS_MET ->
                Arrays.stream(found)
                        .skip(listing.offset())
                        .limit(listing.limit())
                        .toArray();
            case LATEST_REPORTED_FIRST -> new LatestFirst(view, states).page(found, listing.offset(), listing.limit());
        };
        var members = Arrays.stream(page)
                .mapToObj(member -> member(member, features.dimensions()))
                .toList();
        return new Members(known.recordedAt(), known.position(), found.length, members);
    }

    private int[] find(Listing listing, Features<?> features) {
        var population =
                CellFilter.of(question.unit(), question.population()).and(CellFilter.of(features, listing.group()));
        var matching = Answers.matching(view, population);
        var window = Window.of(question.population());
        return IntStream.range(0, view.members())
                .filter(member -> states.isIn(member, matching, window)
                        && listing.records().test(view.records()[member]))
                .toArray();
    }

    private Members officers(Listing listing) {
        var population = Answers.matching(view, CellFilter.of(Unit.OFFICERS, question.population()));
        var window = Window.of(question.population());
        var persons = new PersonStates(snapshot, view, size, states, population, window, Dimensions.OF_OFFICERS);
        var page = new ArrayList<Member>();
        long found = 0;
        for (int person = 0; person < snapshot.persons(); person++) {
            var values = persons.valuesOf(person);
            if (values != null && isIn(listing.group(), named(values))) {
                found++;
                if (found > listing.offset() && page.size() < listing.limit()) {
                    page.add(new Member(null, null, snapshot.personNames()[person], null, named(values)));
                }
            }
        }
        return new Members(known.recordedAt(), known.position(), found, page);
    }

    private static boolean isIn(Map<String, Set<Object>> group, Map<String, Object> values) {
        var dimensions = new HashSet<>(group.keySet());
        dimensions.removeIf(dimension -> group.get(dimension).contains(values.get(dimension)));
        return dimensions.isEmpty();
    }

    private static Map<String, Object> named(List<Object> values) {
        var named = new LinkedHashMap<String, Object>();
        for (int i = 0; i < values.size(); i++) {
            named.put(Dimensions.OF_OFFICERS.get(i).dimension().name(), values.get(i));
        }
        return named;
    }

    private Member member(int member, List<Dimension> dimensions) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < dimensions.size(); i++) {
            values.put(dimensions.get(i).name(), view.cellValues()[states.cellOf(member)][i]);
        }
        return new Member(
                view.records()[member],
                view.parts()[member],
                officerOf(member),
                question.unit() == Unit.REFERRALS ? LocalDate.ofEpochDay(states.referredOf(member)) : null,
                values);
    }

    private @Nullable String officerOf(int member) {
        int person = states.personOf(member);
        return person == UnitState.NOBODY ? null : snapshot.personNames()[person];
    }
}

package org.conductregister.query.worklist;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.conductregister.entries.RecordId;
import org.conductregister.query.casefile.CaseStates;
import org.conductregister.query.casefile.RecommendationStates;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.sight.VisibleMembers;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.recommendations.RecommendationState;
import org.conductregister.web.accesslog.AccessedRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds the matters that wait for somebody, as they are now. */
@Component
class Worklist {

    private final StatisticsEngine statistics;
    private final CaseStates files;
    private final RecommendationStates recommendations;
    private final OpenCases open;
    private final VisibleMembers visible;
    private final int quietDays;

    Worklist(
            StatisticsEngine statistics,
            CaseStates files,
            RecommendationStates recommendations,
            OpenCases open,
            VisibleMembers visible,
            @Value("${register.worklist.quiet-days}") int quietDays) {
        this.statistics = statistics;
        this.files = files;
        this.recommendations = recommendations;
        this.open = open;
        this.visible = visible;
        this.quietDays = quietDays;
    }

    /** One thing to do; what does not apply to its list is null. */
    record Item(
            @Nullable OpenCase about,
            @Nullable String officerId,
            @Nullable String force,
            @Nullable String recommendationId,
            @Nullable LocalDate dueOn,
            boolean overdue) {

        private static Item of(OpenCase open) {
            return new Item(open, null, open.force().value(), null, null, false);
        }
    }

    /** @param total on all pages */
    record Page(long total, List<Item> items) {}

    int quietDays() {
        return quietDays;
    }

    /** Later than what any of the views has not seen yet. */
    PointInTime now(AskedTimes asked) {
        return asked.of(statistics.head(), files.head());
    }

    Page of(Task task, PointInTime now, long offset, int limit) {
        return switch (task) {
            case CLOSE -> cases(OpenCase::readyToClose, now, offset, limit);
            case REFER -> cases(OpenCase::referralDue, now, offset, limit);
            case QUIET -> cases(each -> !each.closed() && isQuiet(each, now), now, offset, limit);
            case REGISTER -> officers(now, offset, limit);
            case ANSWER -> answers(now, offset, limit);
        };
    }

    private boolean isQuiet(OpenCase each, PointInTime now) {
        return each.lastOn().isBefore(now.asAt().minusDays(quietDays));
    }

    /** Orders cases by the day of the latest fact, the earliest first. */
    private Page cases(Predicate<OpenCase> wanted, PointInTime now, long offset, int limit) {
        var all = open.at(now).stream().filter(wanted).toList();
        var page = all.stream()
                .sorted(Comparator.comparing(OpenCase::lastOn).thenComparing(OpenCase::caseId))
                .skip(offset)
                .limit(limit)
                .toList();
        AccessedRecords.add(
                page.stream().map(each -> RecordId.of(each.caseId())).toList());
        return new Page(all.size(), page.stream().map(Item::of).toList());
    }

    private Page officers(PointInTime now, long offset, int limit) {
        var found = members(Unit.OFFICERS, Map.of("employment", Set.of("UNKNOWN")), now, offset, limit);
        return new Page(
                found.total(),
                found.members().stream()
                        .map(member -> new Item(
                                null,
                                member.officerId(),
                                (String) member.values().get("force"),
                                null,
                                null,
                                false))
                        .toList());
    }

    private Page answers(PointInTime now, long offset, int limit) {
        var found = members(Unit.RESPONSES, Map.of("response", Set.of("AWAITED", "OVERDUE")), now, offset, limit);
        var ids =
                found.members().stream().map(Members.Member::record).distinct().toList();
        var issued = recommendations.at(ids, now);
        return new Page(
                found.total(),
                found.members().stream()
                        .map(member -> answer(member, requireNonNull(issued.get(member.record()))))
                        .toList());
    }

    private static Item answer(Members.Member member, RecommendationState of) {
        return new Item(
                null,
                null,
                member.part(),
                member.record(),
                of.issued() == null ? null : of.issued().responseDueOn(),
                "OVERDUE".equals(member.values().get("response")));
    }

    private Members members(Unit unit, Map<String, Set<Object>> group, PointInTime now, long offset, int limit) {
        return visible.members(
                new Question(unit, Population.EVERYTHING, List.of(), now), Listing.page(group, offset, limit));
    }
}

package org.conductregister.query.retention;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.claims.CaseDuplicates;
import org.conductregister.entries.RecordId;
import org.conductregister.keys.DataKeys;
import org.conductregister.platform.datedlists.RetentionRule;
import org.conductregister.platform.datedlists.RetentionRule.Outcome;
import org.conductregister.platform.datedlists.RetentionSchedule;
import org.conductregister.query.casefile.FilesAt;
import org.conductregister.query.casefile.files.CaseFilesView;
import org.conductregister.query.casefile.files.ReaderSight;
import org.conductregister.query.casefile.files.RecordFiles;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.states.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Finds the cases whose personal data is due: the counts tell which are closed and were so long ago, the keys which have any text
 * left, and the file of each on which day it was closed for the last time. Says nothing that is personal, and nothing of cases that
 * the reader may not see. Thread-safe; a page
 * costs a pass over the closed cases, and reads the files of those that have text left.
 */
@Component
class DueCases {

    private static final int TOGETHER = 500;

    private final RetentionSchedule schedule;
    private final StatisticsEngine statistics;
    private final CaseFilesView view;
    private final RecordFiles files;
    private final DataKeys keys;
    private final ReaderSight reader;
    private final CaseDuplicates duplicates;

    DueCases(
            RetentionSchedule schedule,
            StatisticsEngine statistics,
            CaseFilesView view,
            @Qualifier(RecordFiles.STORED) RecordFiles files,
            DataKeys keys,
            ReaderSight reader,
            @Qualifier("eventLogConnections") HikariDataSource log) {
        this.schedule = schedule;
        this.statistics = statistics;
        this.view = view;
        this.files = files;
        this.keys = keys;
        this.reader = reader;
        this.duplicates = new CaseDuplicates(log);
    }

    /**
     * A case that may be due.
     *
     * @param outcome of the case that is counted
     * @param duplicateOf that case; null where it is this one
     */
    private record Candidate(
            CaseId caseId,
            Result outcome,
            int years,
            @Nullable CaseId duplicateOf) {

        String record() {
            return RecordId.of(caseId).toString();
        }
    }

    /**
     * Returns those that follow a place.
     *
     * @param asked whose {@code asAt} is the day by which periods have ended
     * @param from 0 for the first, or where an earlier page ended
     * @param limit the most to return
     */
    DuePage page(AskedTimes asked, long from, int limit) {
        var times = asked.of(statistics.head(), view.head());
        var candidates = candidates(times);
        var at = new FilesAt(files, times);
        var sight = reader.sight();
        var hidden = reader.casesNamingReader();
        var due = new ArrayList<DueCase>();
        int next = (int) Math.min(from, candidates.size());
        while (next < candidates.size() && due.size() < limit) {
            var some = candidates.subList(next, Math.min(next + TOGETHER, candidates.size()));
            var records = new HashSet<String>();
            some.forEach(candidate -> records.add(candidate.record()));
            var left = keys.withKeys(records);
            for (int i = 0; i < some.size() && due.size() < limit; i++) {
                next++;
                var found = left.contains(some.get(i).record()) ? due(some.get(i), at) : null;
                if (found != null && sight.sees(found.force()) && !isAmong(hidden, found)) {
                    due.add(found);
                }
            }
        }
        return new DuePage(times.asAt(), times.knownAt(), due, next < candidates.size() ? (long) next : null);
    }

    private static boolean isAmong(Set<CaseId> hidden, DueCase found) {
        return hidden.contains(found.caseId()) || (found.duplicateOf() != null && hidden.contains(found.duplicateOf()));
    }

    private List<Candidate> candidates(PointInTime times) {
        var rules = new EnumMap<CaseKind, Map<Outcome, RetentionRule>>(CaseKind.class);
        for (var rule : schedule.knownAt(times.knownAt())) {
            rules.computeIfAbsent(rule.kind(), none -> new EnumMap<>(Outcome.class))
                    .put(rule.outcome(), rule);
        }
        var marked = duplicates.byOriginal();
        var candidates = new ArrayList<Candidate>();
        rules.forEach((kind, byOutcome) -> {
            for (var result : Result.values()) {
                var years = years(byOutcome, result);
                if (years != null) {
                    addCandidates(kind, result, years, times, marked, candidates);
                }
            }
        });
        return candidates;
    }

    /** Null where cases of the result are kept without limit. */
    private static @Nullable Integer years(Map<Outcome, RetentionRule> rules, Result result) {
        var outcome = switch (result) {
            case COURT -> Outcome.COURT;
            case LEFT -> Outcome.LEFT;
            case SANCTIONED -> Outcome.SANCTIONED;
            case UPHELD -> Outcome.UPHELD;
            case NO_FURTHER_ACTION -> Outcome.NO_FURTHER_ACTION;
            case PENDING -> null;
        };
        if (outcome == null) {
            return null;
        }
        var own = rules.get(outcome);
        var rule = own == null ? rules.get(Outcome.ANY_OTHER) : own;
        return rule == null ? null : rule.years();
    }

    private void addCandidates(
            CaseKind kind,
            Result result,
            int years,
            PointInTime times,
            Map<CaseId, List<CaseId>> marked,
            List<Candidate> to) {
        var then = new PointInTime(times.asAt().minusYears(years), times.knownAt());
        var closedThen = new HashSet<>(closed(kind, Map.of(), then));
        for (var record : closed(kind, Map.of("result", Set.of(result.name())), times)) {
            if (closedThen.contains(record)) {
                var caseId = new CaseId(record);
                to.add(new Candidate(caseId, result, years, null));
                for (var duplicate : marked.getOrDefault(caseId, List.of())) {
                    to.add(new Candidate(duplicate, result, years, caseId));
                }
            }
        }
    }

    private List<String> closed(CaseKind kind, Map<String, Set<Object>> also, PointInTime times) {
        var population = Population.EVERYTHING.with(Filter.KIND, kind.name());
        var group = new HashMap<String, Set<Object>>(also);
        group.put("status", Set.of("CLOSED"));
        var question = new Question(Unit.CASES, population, List.of(), times);
        return statistics.members(question, Listing.page(group, 0, Integer.MAX_VALUE)).members().stream()
                .map(member -> requireNonNull(member.record()))
                .toList();
    }

    /** Null where it was closed again later, or the case that it duplicates was. */
    private static @Nullable DueCase due(Candidate candidate, FilesAt at) {
        var known = at.known(RecordId.of(candidate.caseId()));
        var counted = candidate.duplicateOf() == null ? known : at.known(RecordId.of(candidate.duplicateOf()));
        var state = at.caseOf(counted);
        var opening = state.opening();
        var closedOn = state.closedOn();
        if (opening == null || closedOn == null) {
            return null;
        }
        var dueOn = closedOn.plusYears(candidate.years());
        return dueOn.isAfter(at.times().asAt())
                ? null
                : new DueCase(
                        candidate.caseId(),
                        opening.force(),
                        opening.kind(),
                        candidate.outcome(),
                        closedOn,
                        candidate.years(),
                        dueOn,
                        known.history().legalHold() != null,
                        candidate.duplicateOf());
    }
}

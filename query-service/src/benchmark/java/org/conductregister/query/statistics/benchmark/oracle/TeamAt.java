package org.conductregister.query.statistics.benchmark.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.conductregister.cases.CaseState;
import org.conductregister.entries.History;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.officers.Employment;
import org.conductregister.officers.OfficerState;
import org.conductregister.query.statistics.benchmark.generator.Timed;
import org.conductregister.terms.identifiers.OfficerId;

/** One team as at a day, as known at an instant: each of its records folded from its first entry. */
final class TeamAt {

    private final Map<RecordId, CaseState> cases = new LinkedHashMap<>();
    private final Map<OfficerId, OfficerState> officers = new HashMap<>();
    private final Map<OfficerId, List<LocalDate>> dismissals = new HashMap<>();

    TeamAt(List<Timed> entries, LocalDate asAt, long knownAt) {
        var known = new LinkedHashMap<RecordId, List<Logged>>();
        for (var entry : entries) {
            if (entry.recordedAt() <= knownAt) {
                known.computeIfAbsent(entry.entry().record(), record -> new ArrayList<>())
                        .add(new Logged(entry.entry().entryId(), entry.entry().fact()));
            }
        }
        known.forEach((record, logged) -> fold(record, new History(logged).inEffect(asAt)));
        cases.values().forEach(this::noteDismissals);
    }

    private void fold(RecordId record, List<History.InEffect> inEffect) {
        if (record.kind() == RecordKind.CASE) {
            cases.put(record, CaseState.of(inEffect));
        } else {
            officers.put(new OfficerId(record.id()), OfficerState.of(inEffect));
        }
    }

    private void noteDismissals(CaseState state) {
        for (var allegation : state.allegations().values()) {
            var day = allegation.misconduct().dismissedOn();
            if (day != null && allegation.officerId() != null) {
                dismissals
                        .computeIfAbsent(allegation.officerId(), officer -> new ArrayList<>())
                        .add(day);
            }
        }
    }

    /** Every allegation there is, with the place where it stands. */
    void forEach(BiConsumer<AllegationKey, State> action) {
        cases.forEach((record, state) -> {
            if (state.opened()) {
                for (var allegation : state.allegations().values()) {
                    var officer = allegation.officerId();
                    var own = officer == null ? null : officers.getOrDefault(officer, OfficerState.NEW);
                    var employment =
                            own == null ? null : Employment.of(own, dismissals.getOrDefault(officer, List.of()));
                    action.accept(
                            new AllegationKey(
                                    record.id(), allegation.allegationId().value()),
                            State.of(new UnitAt(state, allegation, own, employment)));
                }
            }
        });
    }
}

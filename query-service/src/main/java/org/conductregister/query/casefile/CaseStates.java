package org.conductregister.query.casefile;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.conductregister.cases.CaseState;
import org.conductregister.entries.RecordId;
import org.conductregister.query.casefile.files.CaseFilesView;
import org.conductregister.query.casefile.files.RecordFile;
import org.conductregister.query.casefile.files.RecordFiles;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.terms.identifiers.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The states of cases, for lists. */
@Component
public class CaseStates {

    private final CaseFilesView view;
    private final RecordFiles files;

    CaseStates(CaseFilesView view, RecordFiles files) {
        this.view = view;
        this.files = files;
    }

    public Head head() {
        return view.head();
    }

    /**
     * The state of a case and the day it last changed.
     *
     * @param duplicate whether it is marked a duplicate of another, and so not counted
     * @param lastOn the day of the latest of its facts; null where it has none
     */
    public record Standing(CaseState state, @Nullable LocalDate lastOn, boolean duplicate) {

        private static Standing of(RecordFile known, LocalDate asAt) {
            var history = known.history();
            var inOrder = history.inEffect(asAt);
            return new Standing(
                    CaseState.of(inOrder),
                    inOrder.isEmpty() ? null : inOrder.getLast().day(),
                    history.markedDuplicate() != null);
        }
    }

    /**
     * Returns the states of those of the cases that exist.
     *
     * @param times known at no later than the head
     */
    public Map<CaseId, CaseState> at(Collection<CaseId> cases, PointInTime times) {
        return standings(cases, times).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().state()));
    }

    /**
     * Returns the standings of those of the cases that exist.
     *
     * @param times known at no later than the head
     */
    public Map<CaseId, Standing> standings(Collection<CaseId> cases, PointInTime times) {
        return files.find(cases.stream().map(RecordId::of).toList()).values().stream()
                .map(file -> file.knownAt(times.knownAt()))
                .collect(toMap(file -> new CaseId(file.record().id()), file -> Standing.of(file, times.asAt())));
    }
}

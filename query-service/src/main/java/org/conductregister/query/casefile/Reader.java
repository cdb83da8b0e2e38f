package org.conductregister.query.casefile;

import java.time.LocalDate;
import java.util.function.Function;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.EventLog;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the reads of all kinds of record share: the times, the timeline, the answer where there is nothing to tell. */
@Component
class Reader {

    private final CaseFilesView view;
    private final RecordFiles files;
    private final EventLog log;

    Reader(CaseFilesView view, RecordFiles files, EventLog log) {
        this.view = view;
        this.files = files;
        this.log = log;
    }

    /** Waits until the files show what must be seen. */
    Asked asked(AskedTimes asked) {
        var times = asked.of(view.head());
        return new Asked(times, log.positionAt(times.knownAt()));
    }

    FilesAt filesAt(Asked asked) {
        return new FilesAt(files, asked.times());
    }

    TimelineAnswer timeline(RecordKind kind, String id, AskedTimes times) {
        return timeline(kind, id, asked(times));
    }

    TimelineAnswer timeline(RecordKind kind, String id, Asked asked) {
        var record = identify(kind, id, valid -> new RecordId(kind, valid));
        var known = filesAt(asked).known(record);
        if (known.isEmpty()) {
            throw unknown(kind, id);
        }
        return TimelineAnswer.of(asked, known);
    }

    static <I> I identify(RecordKind kind, String id, Function<String, I> type) {
        try {
            return type.apply(id);
        } catch (IllegalArgumentException e) {
            throw unknown(kind, id);
        }
    }

    static ProblemException unknown(RecordKind kind, String id) {
        return unknownFor(kind, "Nothing was known then of the %s %s.".formatted(kind.word(), id));
    }

    static ProblemException notYet(RecordKind kind, String id, LocalDate asAt) {
        return unknownFor(kind, "There was no %s %s yet on %s, as known then.".formatted(kind.word(), id, asAt));
    }

    /** The code of a problem: {@code CASE_UNKNOWN}. */
    static String unknownCode(RecordKind kind) {
        return kind.name() + "_UNKNOWN";
    }

    private static ProblemException unknownFor(RecordKind kind, String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, unknownCode(kind), detail).exception();
    }
}

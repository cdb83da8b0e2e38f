package org.conductregister.query.casefile.answers;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.EventLog;
import org.conductregister.facts.Fact;
import org.conductregister.query.casefile.FilesAt;
import org.conductregister.query.casefile.files.CaseFilesView;
import org.conductregister.query.casefile.files.RecordFile;
import org.conductregister.query.casefile.files.RecordFiles;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads one record of any kind: the times, the timeline, the answer where there is nothing to tell. */
@Component
public class RecordReader {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final CaseFilesView view;
    private final RecordFiles files;
    private final EventLog log;

    RecordReader(CaseFilesView view, RecordFiles files, EventLog log) {
        this.view = view;
        this.files = files;
        this.log = log;
    }

    /** Waits until the files show what must be seen. */
    public ReadContext asked(AskedTimes asked) {
        var times = asked.of(view.head());
        return new ReadContext(times, log.positionAt(times.knownAt()));
    }

    public FilesAt filesAt(ReadContext asked) {
        return new FilesAt(files, asked.times());
    }

    public TimelineAnswer timeline(RecordKind kind, String id, AskedTimes times) {
        return timeline(kind, id, asked(times));
    }

    public TimelineAnswer timeline(RecordKind kind, String id, ReadContext asked) {
        var timeline = entries(identify(kind, id, valid -> new RecordId(kind, valid)), asked);
        if (timeline.entries().isEmpty()
                && filesAt(asked).known(new RecordId(kind, id)).isEmpty()) {
            throw unknown(kind, id);
        }
        return timeline;
    }

    /** Returns what was logged on a record, which may be nothing. */
    public TimelineAnswer entries(RecordId record, ReadContext asked) {
        var files = filesAt(asked);
        var known = files.known(record);
        return TimelineAnswer.of(asked, known, alsoOf(known, files));
    }

    /** The files of an officer's other numbers, of which the entries are this one's too; none of any other kind of record. */
    private static List<RecordFile> alsoOf(RecordFile known, FilesAt files) {
        return known.record().kind() == RecordKind.OFFICER ? files.duplicatesOf(known) : List.of();
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

    /**
     * Says why there is nothing on a day, though something is known of the record.
     *
     * @param beginning the kind of fact that the record begins with
     */
    static ProblemException notThere(RecordFile known, Class<? extends Fact> beginning, LocalDate asAt) {
        var kind = known.record().kind();
        var id = known.record().id();
        var history = known.history();
        boolean begins = history.inEffect().stream().anyMatch(entry -> beginning.isInstance(entry.fact()));
        return begins
                ? unknownFor(
                        kind,
                        "There was no %s %s yet on %s, as known then.".formatted(kind.word(), id, DAY.format(asAt)))
                : Problem.of(
                                HttpStatus.NOT_FOUND,
                                retractedCode(kind),
                                ("The entry that began the %s %s was retracted, as known then."
                                                + " Its timeline shows what was logged.")
                                        .formatted(kind.word(), id))
                        .exception();
    }

    /** The code of a problem: {@code CASE_UNKNOWN}. */
    public static String unknownCode(RecordKind kind) {
        return kind.name() + "_UNKNOWN";
    }

    /** The code of a problem: {@code CASE_RETRACTED}. */
    public static String retractedCode(RecordKind kind) {
        return kind.name() + "_RETRACTED";
    }

    private static ProblemException unknownFor(RecordKind kind, String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, unknownCode(kind), detail).exception();
    }
}

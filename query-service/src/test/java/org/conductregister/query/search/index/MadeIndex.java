package org.conductregister.query.search.index;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.RecordKind;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.query.pointintime.PointInTime;

/** The search view of a {@link MadeLog}. */
final class MadeIndex {

    private static final ListedCodes LISTS = new ListedCodes() {
        @Override
        public boolean knows(CodeList list, String code) {
            return labels(list).containsKey(code);
        }

        @Override
        public Map<String, String> labels(CodeList list) {
            return switch (list) {
                case CATEGORIES ->
                    Map.of(
                            "RAPE",
                            "Rape",
                            "SEXUAL_HARASSMENT",
                            "Sexual harassment",
                            "NEGLECT_OF_DUTY",
                            "Neglect of duty",
                            "OTHER",
                            "Other");
                case FORCES -> Map.of("LANCASHIRE", "Lancashire Constabulary");
                case THEMES -> Map.of("VETTING", "Vetting");
                case FINDINGS, GENDERS, ETHNICITIES, TAGS -> Map.of();
            };
        }
    };

    final SearchView view;
    private final MadeLog log;

    private MadeIndex(SearchView view, MadeLog log) {
        this.view = view;
        this.log = log;
    }

    /** @param directory null for an index in memory */
    static MadeIndex open(MadeLog log, Path directory) {
        var view = SearchView.open(directory, log, LISTS);
        return new MadeIndex(view, log);
    }

    /** Returns the index of a log, to its end. */
    static MadeIndex of(MadeLog log) {
        var index = open(log, null);
        index.follow();
        return index;
    }

    MadeIndex with(SearchView other) {
        return new MadeIndex(other, log);
    }

    /** Takes in what has come since, as one batch. */
    void follow() {
        var last = log.after(view.head().now().position());
        last.forEach(view::apply);
        if (!last.isEmpty()) {
            view.commit(last.getLast().position(), last.getLast().recordedAt());
        }
    }

    List<String> cases(String text) {
        return find(RecordKind.CASE, text, LocalDate.of(2025, 1, 1), log.last());
    }

    List<String> officers(String text) {
        return find(RecordKind.OFFICER, text, LocalDate.of(2025, 1, 1), log.last());
    }

    /** Cases that name an officer. */
    List<String> casesOf(String officer, long knownAt) {
        var times = new PointInTime(LocalDate.of(2025, 1, 1), MadeLog.at(knownAt));
        return view.find(RecordKind.CASE, SearchWords.of(""), List.of(officer), times, 0, 10)
                .ids();
    }

    List<String> officers(String text, long knownAt) {
        return find(RecordKind.OFFICER, text, LocalDate.of(2025, 1, 1), knownAt);
    }

    List<String> cases(String text, LocalDate asAt, long knownAt) {
        return find(RecordKind.CASE, text, asAt, knownAt);
    }

    private List<String> find(RecordKind kind, String text, LocalDate asAt, long knownAt) {
        return view.find(kind, SearchWords.of(text), List.of(), new PointInTime(asAt, MadeLog.at(knownAt)), 0, 10)
                .ids();
    }
}

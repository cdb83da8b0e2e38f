package org.conductregister.query.casefile;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.FactType;
import org.conductregister.entries.History.InEffect;
import org.conductregister.entries.RecordId;
import org.conductregister.query.casefile.files.RecordFiles;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.terms.text.FreeText;
import org.springframework.stereotype.Component;

/** Reads the texts that people wrote in the entries of records, in their own words. */
@Component
public class RecordTexts {

    private final RecordFiles files;

    RecordTexts(RecordFiles files) {
        this.files = files;
    }

    /**
     * A text that an entry states.
     *
     * @param field that it is stated as, such as {@code title}
     */
    public record Text(String field, String value) {}

    /**
     * Returns the texts that count of each of the records, in order of the day.
     *
     * @param times known at no later than the head of the cases' states
     */
    public Map<RecordId, List<Text>> at(Collection<RecordId> records, PointInTime times) {
        return files.find(records).entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        file -> texts(file.getValue().knownAt(times.knownAt()).inEffect(times.asAt()))));
    }

    private static List<Text> texts(List<InEffect> entries) {
        var texts = new ArrayList<Text>();
        for (var entry : entries) {
            var type = FactType.of(entry.fact());
            var values = type.values(entry.fact());
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof FreeText text) {
                    texts.add(new Text(type.fields().get(i).name(), text.value()));
                }
            }
        }
        return texts;
    }
}

package org.conductregister.query.casefile.files;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.platform.people.Sight;
import org.conductregister.query.pointintime.Head;
import org.conductregister.terms.identifiers.CaseId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The files as whoever asks may see them: a case that they may not see has an empty file, and no officer is named in it. So
 * all that is folded from files is as if it had never been. What runs for nobody in particular sees all. The view that writes
 * the files has those as they are. Thread-safe.
 */
@Primary
@Component
final class VisibleFiles implements RecordFiles {

    private final RecordFiles files;
    private final ReaderSight reader;

    VisibleFiles(@Qualifier(RecordFiles.STORED) RecordFiles files, ReaderSight reader) {
        this.files = files;
        this.reader = reader;
    }

    @Override
    public Head.At head() {
        return files.head();
    }

    @Override
    public void add(FilingBatch batch, Head.At head) {
        files.add(batch, head);
    }

    @Override
    public Map<RecordId, RecordFile> find(Collection<RecordId> records) {
        var found = files.find(records);
        var sight = reader.sight();
        if (sight.isEverything()) {
            return found;
        }
        var named = found.values().stream()
                .flatMap(file -> Stream.concat(file.cases().stream().map(RecordId::of), file.duplicates().stream()))
                .filter(record -> !found.containsKey(record))
                .collect(toSet());
        found.values().forEach(file -> named.addAll(WithheldMarkings.originals(file.entries())));
        named.removeAll(found.keySet());
        var hidden = hidden(sight, found.values());
        hidden.addAll(hidden(sight, files.find(named).values()));
        var visible = new HashMap<RecordId, RecordFile>();
        found.forEach((record, file) -> visible.put(record, visible(file, hidden)));
        return visible;
    }

    private static RecordFile visible(RecordFile file, Set<CaseId> hidden) {
        if (file.record().kind() == RecordKind.CASE
                && hidden.contains(new CaseId(file.record().id()))) {
            return RecordFile.empty(file.record());
        }
        var cases = file.cases().stream().filter(each -> !hidden.contains(each)).collect(toSet());
        var entries = WithheldMarkings.without(file.entries(), hidden);
        return new RecordFile(
                file.record(),
                entries,
                cases,
                visible(file.duplicates(), hidden),
                file.entries().size() - entries.size());
    }

    private static Set<RecordId> visible(Set<RecordId> records, Set<CaseId> hidden) {
        return records.stream()
                .filter(record -> record.kind() != RecordKind.CASE || !hidden.contains(new CaseId(record.id())))
                .collect(toSet());
    }

    private static Set<CaseId> hidden(Sight sight, Collection<RecordFile> files) {
        return files.stream()
                .filter(file -> file.record().kind() == RecordKind.CASE && !sight.sees(logged(file)))
                .map(file -> new CaseId(file.record().id()))
                .collect(toSet());
    }

    private static List<Logged> logged(RecordFile file) {
        return file.entries().stream()
                .map(entry -> new Logged(entry.entryId(), entry.fact()))
                .toList();
    }

    @Override
    public void clear() {
        files.clear();
    }

    @Override
    public void onDamage(Runnable rebuild) {
        files.onDamage(rebuild);
    }
}

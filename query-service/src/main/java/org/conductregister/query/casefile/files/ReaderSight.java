package org.conductregister.query.casefile.files;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.NamesOfficer;
import org.conductregister.platform.people.Sight;
import org.conductregister.platform.people.Sights;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Which cases the person may see for whom the present thread answers. Thread-safe. */
@Component
public class ReaderSight {

    private static final ThreadLocal<Boolean> FOR_NOBODY = ThreadLocal.withInitial(() -> false);

    private final Sights sights;
    private final RecordFiles files;

    ReaderSight(Sights sights, @Qualifier(RecordFiles.STORED) RecordFiles files) {
        this.sights = sights;
        this.files = files;
    }

    /** Returns what the person sees; everything where the thread answers nobody. */
    public Sight sight() {
        if (FOR_NOBODY.get()) {
            return Sight.EVERYTHING;
        }
        var who = SecurityContextHolder.getContext().getAuthentication();
        var person = who == null ? null : Sights.personOf(who.getPrincipal());
        return person == null ? Sight.EVERYTHING : sights.reading(person);
    }

    /** Reads for all alike, whoever asks; what is read must then be limited for the person. */
    public static <T> T forEverybody(Supplier<T> reading) {
        boolean before = FOR_NOBODY.get();
        FOR_NOBODY.set(true);
        try {
            return reading.get();
        } finally {
            FOR_NOBODY.set(before);
        }
    }

    /** The cases in which the person is, or once was, named as an officer; none where they are no officer. One look-up. */
    public Set<CaseId> casesNamingReader() {
        var self = sight().self();
        return self.isEmpty() ? Set.of() : casesNaming(self);
    }

    private Set<CaseId> casesNaming(Collection<OfficerId> officers) {
        return files.find(officers.stream().map(RecordId::of).toList()).values().stream()
                .flatMap(file -> file.cases().stream())
                .collect(toSet());
    }

    /** The officers who are named in no case but such that name the reader, the reader among them. */
    public Set<OfficerId> officersKnownByThoseAlone() {
        var sight = sight();
        var hidden = casesNamingReader();
        var only = new HashSet<>(sight.self());
        var others = files.find(hidden.stream().map(RecordId::of).toList()).values().stream()
                .flatMap(file -> file.entries().stream())
                .map(entry -> NamesOfficer.namedIn(entry.fact()))
                .filter(officer -> officer != null)
                .collect(toSet());
        for (var officer : others) {
            if (hidden.containsAll(casesNaming(List.of(officer)))) {
                only.add(officer);
            }
        }
        return only;
    }
}

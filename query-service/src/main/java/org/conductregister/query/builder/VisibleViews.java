package org.conductregister.query.builder;

import java.util.List;
import java.util.Optional;
import org.conductregister.platform.people.PersonDirectory;
import org.conductregister.query.analysts.AnalystReader;
import org.conductregister.query.builder.KeptViews.Kept;
import org.springframework.stereotype.Component;

/**
 * The kept views as whoever asks may see them. A name is free text, so that analysts who may see no person see the views of such analysts
 * alone. Safe for use by several threads.
 */
@Component
class VisibleViews {

    private final KeptViews views;
    private final AnalystReader reader;
    private final PersonDirectory persons;

    VisibleViews(KeptViews views, AnalystReader reader, PersonDirectory persons) {
        this.views = views;
        this.reader = reader;
        this.persons = persons;
    }

    /** In order of their names. */
    List<Kept> all() {
        return views.all().stream().filter(this::isSeen).toList();
    }

    Optional<Kept> of(String name) {
        return views.of(name).filter(this::isSeen);
    }

    private boolean isSeen(Kept kept) {
        return !reader.isLimited()
                || persons.person(kept.by())
                        .filter(person -> AnalystReader.seesNobody(person::is))
                        .isPresent();
    }
}

package org.conductregister.command.forms.report;

import java.util.Arrays;
import java.util.List;
import org.conductregister.entries.FactType;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.Fact;

/** The steps in which an allegation is reported. Each asks some fields of the fact that they end up in. */
enum ReportStep {
    CASE("Which case is it?", CaseOpened.class, List.of()),
    OPENING("About the case", CaseOpened.class, List.of("force", "kind", "source", "reference", "title", "regime")),
    ALLEGATION(
            "What is alleged?",
            AllegationReported.class,
            List.of("allegationId", "category", "summary", "tags", "occurredOn")),
    OFFICER("Against whom?", AllegationReported.class, List.of("officerId", "workforce", "note")),
    CHECK("Check before you record it", AllegationReported.class, List.of());

    private final String heading;
    private final Class<? extends Fact> kind;
    private final List<String> fields;

    ReportStep(String heading, Class<? extends Fact> kind, List<String> fields) {
        this.heading = heading;
        this.kind = kind;
        this.fields = fields;
    }

    /** Returns the step of a name, and the first one where none has it. */
    static ReportStep named(String name) {
        return Arrays.stream(values())
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElse(CASE);
    }

    String heading() {
        return heading;
    }

    FactType type() {
        return FactType.named(kind.getSimpleName()).orElseThrow();
    }

    List<String> fields() {
        return fields;
    }

    /** @param opens whether the case is new: one that is there is not described again */
    ReportStep next(boolean opens) {
        return this == CASE && !opens ? ALLEGATION : values()[ordinal() + 1];
    }

    ReportStep previous(boolean opens) {
        return this == ALLEGATION && !opens ? CASE : values()[ordinal() - 1];
    }
}

package org.conductregister.command.entries.http;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.entries.Entry;
import org.conductregister.entries.History;
import org.conductregister.entries.History.InEffect;
import org.conductregister.facts.OfficerFact.OfficerDismissed;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.springframework.stereotype.Component;

/** Finds what was recorded and is worth a look. Costs nothing but for a registration. */
@Component
class RecordingWarnings {

    private final Ledgers ledgers;

    RecordingWarnings(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /**
     * Something worth a look.
     *
     * @param code a stable word for programs
     * @param detail a sentence for people
     */
    record Warning(String code, String detail) {}

    /** Returns the warnings on an entry that is recorded. */
    List<Warning> of(Entry entry) {
        return entry.fact() instanceof OfficerRegistered registered ? afterDismissal(entry, registered) : List.of();
    }

    private List<Warning> afterDismissal(Entry entry, OfficerRegistered registered) {
        return new History(ledgers.of(entry.record()).entries())
                .inEffect(registered.occurredOn()).stream()
                        .filter(before -> before.fact() instanceof OfficerDismissed)
                        .reduce((earlier, later) -> later)
                        .map(InEffect::day)
                        .map(RecordingWarnings::registeredAfterDismissal)
                        .stream()
                        .toList();
    }

    private static Warning registeredAfterDismissal(LocalDate dismissed) {
        var day = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).format(dismissed);
        return new Warning(
                "REGISTERED_AFTER_DISMISSAL",
                "The officer was dismissed on %s. If this is somebody else, they need a number of their own."
                        .formatted(day));
    }
}

package org.conductregister.command.forms;

import java.util.Set;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemException;
import org.springframework.http.HttpStatus;

/**
 * A record as the addresses of pages name it: {@code /cases/LAN-2012-0007}.
 *
 * @param path of the page that shows it
 */
public record RecordAddress(RecordId record, String path) {

    /** @throws ProblemException when it names none */
    static RecordAddress of(String plural, String id) {
        for (var kind : RecordKind.values()) {
            if (plural.equals(plural(kind))) {
                try {
                    return of(new RecordId(kind, id));
                } catch (IllegalArgumentException e) {
                    throw unknown("No %s goes by this number.".formatted(kind.word()));
                }
            }
        }
        throw unknown("Nothing has this path.");
    }

    public static RecordAddress of(RecordId record) {
        return new RecordAddress(record, "/" + plural(record.kind()) + "/" + record.id());
    }

    private static String plural(RecordKind kind) {
        return kind.word() + "s";
    }

    /** The kind of fact that an address names, where one of its record can be logged. */
    FactType type(String name) {
        return FactType.named(name)
                .filter(type -> !type.isCorrection() && type.records().equals(Set.of(record.kind())))
                .orElseThrow(() -> unknown(
                        "Nothing of this kind is logged on the record of this %s. Choose from what may be logged."
                                .formatted(record.kind().word())));
    }

    /** Returns the address of the record, with what has just been recorded on it. */
    String showing(FactType recorded, long position) {
        return "%s?atLeast=%d&recorded=%s".formatted(path, position, recorded.name());
    }

    /** Returns the record for a heading: "Case LAN-2012-0007". */
    String caption() {
        var word = record.kind().word();
        return Character.toUpperCase(word.charAt(0)) + word.substring(1) + " " + record.id();
    }

    public static ProblemException unknown(String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, "NOT_FOUND", detail).exception();
    }
}

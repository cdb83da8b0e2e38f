package org.conductregister.command.imports;

import java.util.List;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.conductregister.web.ProblemException;
import org.springframework.http.HttpStatus;

/** The problems of calls about an import as a whole. */
public final class ImportProblems {

    private ImportProblems() {}

    public static ProblemException unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "IMPORT_UNKNOWN", "There is no import of this number.")
                .exception();
    }

    static ProblemException notUndoable() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "IMPORT_NOT_UNDOABLE",
                        "Only an import that has recorded something, and has ended, is undone.")
                .exception();
    }

    public static ProblemException notChecked() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "IMPORT_NOT_CHECKED",
                        "Only a sheet that was checked, or that ended with questions, is recorded so.")
                .exception();
    }

    /** Returns the problem of an import whose file was discarded, or went with an erasure. */
    static ProblemException fileGone() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "IMPORT_FILE_GONE",
                        "The file of this import is kept no longer. Send it again.")
                .exception();
    }

    static ProblemException fileNeeded() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "IMPORT_NOT_ENDED",
                        "The import waits or runs, and its file is needed. Discard it once it has ended.")
                .exception();
    }

    static ProblemException entriesNeedNoMapping() {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "MAPPING_NOT_APPLICABLE",
                        "Entries as JSON need no mapping and are always recorded: leave out mapping and mode.",
                        List.of(Item.ofParameter("mapping", "is for sheets")))
                .exception();
    }

    static ProblemException mappingMissing() {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "MAPPING_MISSING",
                        "A sheet needs the name of the mapping that says what its columns mean.",
                        List.of(Item.ofParameter("mapping", "is missing")))
                .exception();
    }

    static ProblemException modeUnknown() {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "PARAMETER_INVALID",
                        "mode must be check, record or compare.",
                        List.of(Item.ofParameter("mode", "must be check, record or compare")))
                .exception();
    }

    /** Returns the problem of an import by an earlier version of the register. */
    static ProblemException notWrittenDown() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "IMPORT_NOT_UNDOABLE",
                        "Nothing was undone: which entries this import recorded was not written down, since an earlier version of"
                                + " the register recorded them. Retract them one by one.")
                .exception();
    }

    /** Returns the problem of an import part of which its sender may no longer see. */
    static ProblemException outOfSight() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "IMPORT_NOT_UNDOABLE",
                        "Nothing was undone: not all that the import recorded is yours to change now. Ask somebody who works for"
                                + " all of its forces.")
                .exception();
    }

    /** @param resting the entries that later rest on it */
    static ProblemException restedOn(List<Undoing.Resting> resting) {
        var items = resting.stream()
                .map(each -> Item.at("", "LATER_ENTRY", each.what()))
                .toList();
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "IMPORT_RESTED_ON",
                        "Nothing was undone: %d later %s on what the import recorded. Retract %s first."
                                .formatted(
                                        resting.size(),
                                        resting.size() == 1 ? "entry rests" : "entries rest",
                                        resting.size() == 1 ? "it" : "them"),
                        items)
                .exception();
    }

    static ProblemException reasonMissing() {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "FIELD_MISSING",
                        "reason is missing: say why the import is undone.",
                        List.of(Item.at("/reason", "FIELD_MISSING", "is missing: say why the import is undone")))
                .exception();
    }

    static ProblemException notCompared() {
        return Problem.of(HttpStatus.CONFLICT, "IMPORT_NOT_COMPARED", "Only a comparison that has ended has proposals.")
                .exception();
    }
}

package org.conductregister.command.imports;

import java.util.List;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.conductregister.web.ProblemException;
import org.springframework.http.HttpStatus;

/** What is wrong with calls about an import as a whole. */
final class ImportProblems {

    private ImportProblems() {}

    static ProblemException unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "IMPORT_UNKNOWN", "There is no import of this number on this node.")
                .exception();
    }

    static ProblemException notChecked() {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "IMPORT_NOT_CHECKED",
                        "Only a sheet that was checked, or that ended with questions, is recorded so.")
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
}

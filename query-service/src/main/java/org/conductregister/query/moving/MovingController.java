package org.conductregister.query.moving;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.conductregister.platform.Provenance;
import org.conductregister.web.Problem;
import org.conductregister.web.documents.ApiTags;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The calls with which administrators move a log. */
@RestController
@RequestMapping("/api/v1")
class MovingController {

    private static final Logger log = LoggerFactory.getLogger(MovingController.class);

    private final LogMoves moves;

    MovingController(LogMoves moves) {
        this.moves = moves;
    }

    @Schema(name = "LogExported", description = "A log that was written into a file.")
    record Exported(
            @Schema(description = "The name of the file in the server's directory of exports.")
            String file,

            @Schema(description = "The number of entries.") long entries,

            @Schema(description = "SHA-256 of all lines of the file but the last, in hexadecimal.")
            String digest,

            @Schema(description = "The checkpoint that the entries are under: note it, to verify the file with.")
            String checkpoint,

            @Schema(
                    description =
                            "The name of the file beside it with who looked at what, whose digest is signed by the same key.")
            String accessLogFile,

            @Schema(description = "The number of entries of the access log.")
            long accessLogEntries) {}

    @Schema(name = "LogImporting", description = "The file to take a log, or an access log, from.")
    record Importing(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The name of the file in the server's directory of exports.")
            @Nullable
            String file,

            @Schema(
                    description =
                            "The key that must have signed it, as noted in the register that it comes from; the one in the file where it is left out.")
            @Nullable
            String verifierKey) {}

    @Schema(name = "LogImported", description = "A log that was taken in.")
    record Imported(
            long entries,

            @Schema(description = "The root of the tree of its entries, in Base64: the same as where it comes from.")
            String root,

            @Schema(
                    description =
                            "Whether the checkpoints that came with it go on here: the signing key came along. Else new ones are signed by the key of this register.")
            boolean sameKey) {}

    @Schema(name = "AccessLogImported", description = "An access log that was taken in.")
    record LooksImported(
            @Schema(description = "The number of entries.") long entries) {}

    @Operation(
            operationId = "exportLog",
            tags = ApiTags.LOG,
            summary = "Write the whole log into a file",
            description =
                    "All entries under the last checkpoint, with their instants, positions, recorders and leaves, and the tables"
                            + " beside the log, into a sealed file in a directory of the server. It is never downloaded."
                            + " Texts that are encrypted stay so, and their keys are not in it. Who looked at what is written into a"
                            + " file of its own beside it.")
    @PostMapping("/log-export")
    @ResponseStatus(HttpStatus.CREATED)
    Exported export(Provenance caller) {
        var exported = moves.export();
        log.info("The log is written into {}, as {} asks", exported.file(), caller.recordedBy());
        return exported;
    }

    @Operation(
            operationId = "importLog",
            tags = ApiTags.LOG,
            summary = "Take a whole log from a file",
            description =
                    "Into a register that has recorded nothing: all entries and the tables beside them, with their instants,"
                            + " once the file's digest, its signatures and the leaf of every entry are verified. All or"
                            + " nothing.")
    @PostMapping("/log-import")
    Imported take(@RequestBody Importing importing, Provenance caller) {
        var file = fileOf(importing);
        var imported = moves.take(file, importing.verifierKey());
        log.info("A log is taken from {}, as {} asks", file, caller.recordedBy());
        return imported;
    }

    @Operation(
            operationId = "importAccessLog",
            tags = ApiTags.LOG,
            summary = "Take an access log from a file",
            description =
                    "Once, in front of what this register has kept itself of who looked at what, with the instants of then, after"
                            + " the file's digest and its signature are verified. All or nothing.")
    @PostMapping("/access-log-import")
    LooksImported takeLooks(@RequestBody Importing importing, Provenance caller) {
        var file = fileOf(importing);
        var imported = moves.takeLooks(file, importing.verifierKey());
        log.info("An access log is taken from {}, as {} asks", file, caller.recordedBy());
        return imported;
    }

    private static String fileOf(Importing importing) {
        if (importing.file() == null || importing.file().isBlank()) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "FIELD_MISSING", "Say in file which file to take it from.")
                    .exception();
        }
        return importing.file();
    }
}

package org.conductregister.query.integrity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.conductregister.integrity.AcceptedChange;
import org.conductregister.platform.Provenance;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.tlog.Tile;
import org.conductregister.web.Problem;
import org.conductregister.web.documents.ApiTags;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log as a transparency log (C2SP's tlog-tiles), and proofs for those who do not compute them from tiles. */
@RestController
@RequestMapping("/api/v1/integrity")
class IntegrityController {

    private static final Logger log = LoggerFactory.getLogger(IntegrityController.class);

    /** Tiles never change. */
    private static final CacheControl FOR_LONG =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final Sealing sealing;
    private final Proofs proofs;
    private final IntegrityStates states;

    IntegrityController(Sealing sealing, Proofs proofs, IntegrityStates states) {
        this.sealing = sealing;
        this.proofs = proofs;
        this.states = states;
    }

    @Operation(
            operationId = "getIntegrity",
            tags = ApiTags.INTEGRITY,
            summary = "How the log is sealed",
            description =
                    "The last checkpoint, what is not sealed yet, the key that verifies checkpoints, and how the last"
                            + " verification of the whole log ended.")
    @GetMapping
    IntegrityAnswers.State state(Parameters parameters) {
        refuse(parameters);
        return states.now();
    }

    @Operation(
            operationId = "getCheckpoint",
            tags = ApiTags.INTEGRITY,
            summary = "The checkpoint",
            description =
                    "The last signed head of the log, as C2SP's tlog-checkpoint writes it: the log's name, the number of"
                            + " entries, the root of their tree, and signatures.")
    @GetMapping(
            path = "/checkpoint",
            produces = {MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<String> checkpoint(Parameters parameters) {
        refuse(parameters);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(sealing.headFor(0).note().toString());
    }

    @Operation(
            operationId = "getTile",
            tags = ApiTags.INTEGRITY,
            summary = "A tile",
            description =
                    "Hashes of the tree, 32 bytes each, or with the level entries a bundle of leaves, each after its length in"
                            + " two bytes; named as C2SP's tlog-tiles does.")
    @GetMapping(
            path = "/tile/{level}/{*index}",
            produces = {MediaType.APPLICATION_OCTET_STREAM_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<byte[]> tile(@PathVariable String level, @PathVariable String index, Parameters parameters) {
        refuse(parameters);
        sealing.required();
        var tile = Tile.parse(level + index)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND,
                                "TILE_UNKNOWN",
                                "%s%s is not the path of a tile: a level, then the tile's number in groups of three digits."
                                        .formatted(level, index))
                        .exception());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(FOR_LONG)
                .body(proofs.tile(tile));
    }

    @Operation(
            operationId = "proveEntry",
            tags = ApiTags.INTEGRITY,
            summary = "Prove that an entry is in the log",
            description = "The leaf of the entry at a position, and the hashes that lead from it to the root.")
    @Parameter(
            name = "position",
            in = ParameterIn.QUERY,
            required = true,
            description = "The position of the entry.",
            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
    @Parameter(
            name = "size",
            in = ParameterIn.QUERY,
            description =
                    "The number of entries of the log that it is proved to be in; that of the last checkpoint where it is left out.",
            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
    @GetMapping("/proof")
    IntegrityAnswers.Inclusion proof(Parameters parameters) {
        long position = parameters.number("position", 0, 1, Long.MAX_VALUE);
        long size = parameters.number("size", 0, 1, Long.MAX_VALUE);
        if (parameters.text("position") == null) {
            parameters.fault("position", "is required");
        }
        refuse(parameters);
        return proofs.inclusion(position, size);
    }

    @Operation(
            operationId = "proveConsistency",
            tags = ApiTags.INTEGRITY,
            summary = "Prove that the log only grew",
            description = "The hashes that show that the log of one size begins with the log of another.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            required = true,
            description = "The smaller number of entries.",
            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The larger number of entries; that of the last checkpoint where it is left out.",
            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
    @GetMapping("/consistency")
    IntegrityAnswers.Consistency consistency(Parameters parameters) {
        long from = parameters.number("from", 0, 0, Long.MAX_VALUE);
        long to = parameters.number("to", 0, 1, Long.MAX_VALUE);
        if (parameters.text("from") == null) {
            parameters.fault("from", "is required");
        }
        refuse(parameters);
        return proofs.consistency(from, to);
    }

    @Operation(
            operationId = "checkCheckpoint",
            tags = ApiTags.INTEGRITY,
            summary = "Check a checkpoint that was noted earlier",
            description = "Whether the log still begins with the entries that an earlier checkpoint stands for.")
    @Parameter(
            name = "checkpoint",
            in = ParameterIn.QUERY,
            required = true,
            description = "The checkpoint, whole, with its signatures.",
            schema = @Schema(type = "string"))
    @GetMapping("/check")
    IntegrityAnswers.Check check(Parameters parameters) {
        String noted = parameters.text("checkpoint");
        if (noted == null) {
            parameters.fault("checkpoint", "is required");
        }
        refuse(parameters);
        return proofs.check(Objects.requireNonNull(noted, "refused where it is missing"));
    }

    @Schema(
            name = "IntegrityAccepting",
            description = "Why a log that contradicts its checkpoints is the one to go on with.")
    record Accepting(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    @Operation(
            operationId = "acceptAlteredLog",
            tags = ApiTags.INTEGRITY,
            summary = "Go on with a log that contradicts its checkpoints",
            description =
                    "After a restore from a backup, say. What was signed before stays as it is and is never contradicted: the"
                            + " log has another name from then on. Who accepted it, and why, is kept for good.")
    @PostMapping("/acceptance")
    IntegrityAnswers.Accepted accept(@RequestBody Accepting accepting, Provenance caller) {
        if (accepting.reason() == null || accepting.reason().isBlank()) {
            throw Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "FIELD_MISSING",
                            "Say in reason why this log is the one to go on with.")
                    .exception();
        }
        var sealer = sealing.required();
        if (sealer.state().contradiction() == null) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "NOTHING_TO_ACCEPT",
                            "The log does not contradict any checkpoint that was signed of it.")
                    .exception();
        }
        AcceptedChange change =
                sealer.accept(caller.recordedBy(), accepting.reason().strip());
        log.warn("A log that contradicts its heads is gone on with, as {} says", caller.recordedBy());
        return IntegrityAnswers.Accepted.of(change);
    }

    private static void refuse(Parameters parameters) {
        parameters.refuseUnknown();
        parameters.refuseFaults();
    }
}

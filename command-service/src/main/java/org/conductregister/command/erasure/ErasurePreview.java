package org.conductregister.command.erasure;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effects that an erasure of a record would take away, what would stay, and what stands against it.
 *
 * @param texts the number of texts that would go; names are not among them
 * @param names the number of names that would go
 * @param goes in sentences
 * @param stays in sentences, each with the reason
 * @param standingAgainst empty where it may be erased now
 * @param held the hold that is on the record; null where none is
 * @param erased the erasures that have been, in the order recorded
 */
@Schema(
        name = "ErasurePreview",
        description = "What an erasure would take away, what would stay, and what stands against it.")
record ErasurePreview(
        int texts,
        int names,
        List<String> goes,
        List<String> stays,
        List<Standing> standingAgainst,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Kept held,
        List<Kept> erased) {

    /**
     * The obstacle that stands against an erasure.
     *
     * @param code a stable word
     * @param record the record because of which, such as {@code case/LAN-2012-0007}
     */
    @Schema(name = "StandsAgainstErasure", description = "What stands against an erasure.")
    record Standing(String code, String detail, String record) {}

    /** A hold or an erasure, with the reason that was given. */
    @Schema(name = "HoldOrErasure", description = "A hold or an erasure, with the reason given.")
    record Kept(LocalDate on, String reason) {}

    /** A fact that was recorded by one of these calls. */
    @Schema(name = "RecordedErasure", description = "Where and when it was recorded.")
    record RecordedAs(String entryId, long position, Instant recordedAt) {}
}

package org.conductregister.integrity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sealing does.
 *
 * @param verifierKey with which anybody can check the signature of a head
 * @param head the last that was signed
 * @param heads the number signed so far
 * @param verified the last verification of the whole log
 * @param contradiction how the log contradicts its heads; nothing is signed until an administrator has said what is right
 * @param trouble why nothing can be sealed at present
 */
public record SealingState(
        String verifierKey,
        @Nullable SealedHead head,
        long heads,
        @Nullable Verification verified,
        Verdict.@Nullable Altered contradiction,
        @Nullable String trouble,
        List<AcceptedChange> accepted) {

    /** The end of a verification of the whole log. */
    public record Verification(Instant at, Verdict verdict) {}
}

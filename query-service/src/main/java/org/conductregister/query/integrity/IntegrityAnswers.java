package org.conductregister.query.integrity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.conductregister.integrity.AcceptedChange;
import org.conductregister.integrity.Alteration;
import org.conductregister.integrity.SealedHead;
import org.conductregister.integrity.SealingState;
import org.conductregister.integrity.Verdict;
import org.conductregister.query.integrity.witness.Cosignature;
import org.conductregister.query.integrity.witness.WitnessKind;
import org.conductregister.query.integrity.witness.WitnessState;
import org.conductregister.query.integrity.witness.Witnesses;
import org.jspecify.annotations.Nullable;

/** The answers of the calls about the log's integrity. */
final class IntegrityAnswers {

    private IntegrityAnswers() {}

    @Schema(name = "IntegrityState", description = "How the sealing of the log does.")
    record State(
            @Schema(description = "The name of the log, the first line of its checkpoints.")
            String origin,

            @Schema(
                    description =
                            "The key that verifies the signatures of checkpoints, as C2SP's signed-note writes it.")
            String verifierKey,

            @Schema(description = "The number of entries that the last checkpoint stands for.")
            long size,

            @Schema(description = "The root of the tree of these entries, in Base64.") @Nullable
            String root,

            @Schema(description = "When the last checkpoint was signed.") @Nullable
            Instant sealedAt,

            @Schema(description = "The number of entries after them, of which nothing is proved yet.")
            long unsealed,

            @Schema(
                    description =
                            "How the log contradicts a checkpoint that was signed of it. Nothing is signed while it does.")
            @Nullable
            Difference contradiction,

            @Schema(description = "The last verification of the whole log.") @Nullable
            Verified verified,

            @Schema(description = "Why nothing can be sealed at present.") @Nullable
            String trouble,

            @Schema(description = "What administrators accepted, the first first.")
            List<Accepted> accepted,

            @Schema(description = "Whoever is shown checkpoints from outside, and how far they have seen the log.")
            List<Witnessed> witnesses,

            @Schema(description = "The witnesses who have signed the last checkpoint too.")
            List<Cosigned> cosignatures) {

        static State of(SealingState state, String origin, long last, Witnesses witnesses) {
            SealedHead head = state.head();
            long size = head == null ? 0 : head.checkpoint().size();
            return new State(
                    origin,
                    state.verifierKey(),
                    size,
                    head == null ? null : Base64Text.of(head.checkpoint().root()),
                    head == null ? null : head.sealedAt(),
                    Math.max(0, last - size),
                    Difference.of(state.contradiction()),
                    Verified.of(state.verified()),
                    state.trouble(),
                    state.accepted().stream().map(Accepted::of).toList(),
                    witnesses.states().stream().map(Witnessed::of).toList(),
                    head == null
                            ? List.of()
                            : witnesses.cosignaturesOf(head).stream()
                                    .map(Cosigned::of)
                                    .toList());
        }
    }

    @Schema(name = "CheckpointWitness", description = "Somebody outside who is shown checkpoints.")
    record Witnessed(
            @Schema(description = "A file, an address, or the name of a key.")
            String name,

            WitnessKind kind,

            @Schema(
                    description =
                            "The number of entries under the last checkpoint that it has seen since the register was started.")
            @Nullable
            Long size,

            @Schema(description = "When it saw that checkpoint.") @Nullable
            Instant at,

            @Schema(description = "Why it has not seen the last checkpoint, where showing it failed.") @Nullable
            String trouble) {

        static Witnessed of(WitnessState state) {
            return new Witnessed(state.name(), state.kind(), state.size(), state.at(), state.trouble());
        }
    }

    @Schema(name = "CheckpointCosignature", description = "A witness's signature of the last checkpoint, which fits.")
    record Cosigned(
            @Schema(description = "The name of the witness's key.")
            String name,

            @Schema(description = "When it was signed, by the witness's clock.")
            Instant at) {

        static Cosigned of(Cosignature cosignature) {
            return new Cosigned(cosignature.name(), cosignature.at());
        }
    }

    @Schema(name = "IntegrityDifference", description = "How the log differs from what was sealed.")
    record Difference(
            Alteration alteration,

            @Schema(description = "The first position that differs; with UNLIKE_HEAD the first that can.")
            long position,

            String sentence) {

        static @Nullable Difference of(Verdict.@Nullable Altered altered) {
            return altered == null
                    ? null
                    : new Difference(altered.alteration(), altered.position(), altered.sentence());
        }
    }

    @Schema(name = "IntegrityVerification", description = "The end of a verification of the whole log.")
    record Verified(Instant at, boolean whole, String sentence) {

        static @Nullable Verified of(SealingState.@Nullable Verification verification) {
            return verification == null
                    ? null
                    : new Verified(
                            verification.at(),
                            verification.verdict() instanceof Verdict.Whole,
                            verification.verdict().sentence());
        }
    }

    @Schema(
            name = "IntegrityAcceptance",
            description = "An administrator's word that an altered log is the one to go on with.")
    record Accepted(Instant at, String by, String reason, String sentence, String origin) {

        static Accepted of(AcceptedChange change) {
            return new Accepted(change.acceptedAt(), change.by(), change.reason(), change.sentence(), change.origin());
        }
    }

    @Schema(
            name = "InclusionProof",
            description = "A proof that an entry is in the log of a size (RFC 6962, section 2.1.1).")
    record Inclusion(
            long position,

            @Schema(description = "The number of the leaf, from 0: the position less 1.")
            long leafIndex,

            @Schema(description = "The leaf, in Base64: see docs/adr/0033.")
            String leaf,

            @Schema(description = "The hash of the leaf, in Base64.")
            String leafHash,

            @Schema(description = "The number of entries of the log that it is proved to be in.")
            long size,

            @Schema(description = "The root of the tree of that size, in Base64.")
            String root,

            @Schema(description = "The hashes, in Base64, from the leaf's sibling to the root's child.")
            List<String> hashes,

            @Schema(description = "The signed checkpoint of that size, where one was signed.") @Nullable
            String checkpoint) {}

    @Schema(
            name = "ConsistencyProof",
            description = "A proof that the log of one size begins with the log of another (RFC 6962, section 2.1.2).")
    record Consistency(
            long from,
            long to,

            @Schema(description = "The root of the tree of the smaller size, in Base64.")
            String fromRoot,

            @Schema(description = "The root of the tree of the larger size, in Base64.")
            String toRoot,

            @Schema(description = "The hashes, in Base64.") List<String> hashes) {}

    @Schema(name = "CheckpointCheck", description = "Whether the log still has a checkpoint that was noted earlier.")
    record Check(
            @Schema(description = "Whether it has.") boolean holds,

            @Schema(description = "Whether the checkpoint is signed by the register's key.")
            boolean signed,

            long size,
            String sentence) {}
}

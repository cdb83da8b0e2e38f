/**
 * A transparency log's tree and heads: RFC 6962's Merkle tree hashing, kept and served as the tiles of C2SP's tlog-tiles, with
 * heads as its tlog-checkpoint, signed as its signed-note. Knows nothing of what a leaf says.
 *
 * <pre>
 *   leaf --SHA-256--&gt; TileFiles: hashes of level 0, of level 1 (each over 256 of level 0), … --&gt; MerkleTree: root, proofs
 *                                                                                             +--&gt; Checkpoint --&gt; SignedNote
 * </pre>
 *
 * <p>For example, of a log of 70,000 leaves level 0 has 273 full tiles of 256 hashes and one of 112, level 1 one full tile and
 * one of 17, level 2 one of a single hash; its root is a hash over three subtrees, and an inclusion proof has 17 hashes.
 */
@NullMarked
package org.conductregister.tlog;

import org.jspecify.annotations.NullMarked;

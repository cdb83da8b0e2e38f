package org.conductregister.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MerkleProofsTest {

    private static final int SIZE = 70;

    @TempDir
    Path directory;

    private MerkleTree tree;

    @BeforeEach
    void grow() {
        var tiles = new TileFiles(directory, 0);
        for (int i = 0; i < SIZE; i++) {
            tiles.append(leaf(i));
        }
        tree = new MerkleTree(tiles);
    }

    @Test
    void everyLeafOfEverySizeIsProvedAndNoOtherIs() {
        for (int size = 1; size <= SIZE; size++) {
            for (int index = 0; index < size; index++) {
                var proof = tree.inclusionProof(index, size);
                assertThat(MerkleProofs.includes(tree.root(size), size, leaf(index), index, proof))
                        .isTrue();
                assertThat(MerkleProofs.includes(tree.root(size), size, leaf(index + 1), index, proof))
                        .isFalse();
                if (!proof.isEmpty()) {
                    assertThat(MerkleProofs.includes(tree.root(size), size, leaf(index), index, changed(proof)))
                            .isFalse();
                    assertThat(MerkleProofs.includes(
                                    tree.root(size), size, leaf(index), index, proof.subList(1, proof.size())))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void everySizeIsProvedToBeginWithEverySmallerOneAndWithNoOther() {
        for (int size = 0; size <= SIZE; size++) {
            for (int from = 0; from <= size; from++) {
                var proof = tree.consistencyProof(from, size);
                assertThat(MerkleProofs.extendsTree(tree.root(from), from, tree.root(size), size, proof))
                        .isTrue();
                if (from > 0) {
                    assertThat(MerkleProofs.extendsTree(leaf(from), from, tree.root(size), size, proof))
                            .isFalse();
                }
                if (!proof.isEmpty()) {
                    assertThat(MerkleProofs.extendsTree(tree.root(from), from, tree.root(size), size, changed(proof)))
                            .isFalse();
                }
            }
        }
        assertThat(MerkleProofs.extendsTree(tree.root(5), 5, tree.root(4), 4, List.of()))
                .isFalse();
    }

    private static byte[] leaf(int number) {
        return new TreeHasher().leaf(new byte[] {(byte) number});
    }

    private static List<byte[]> changed(List<byte[]> proof) {
        var changed = new ArrayList<>(proof);
        byte[] last = changed.removeLast().clone();
        last[7] ^= 1;
        changed.add(last);
        return changed;
    }
}

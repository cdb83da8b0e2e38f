package org.conductregister.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileFilesTest {

    private static final int SIZE = 70_000;

    @TempDir
    Path directory;

    @Test
    void aTreeInTilesHasTheRootsOfOneThatIsKeptInMemory() {
        var range = new CompactRange();
        var random = new Random(7);
        try (var tiles = new TileFiles(directory, 0)) {
            var tree = new MerkleTree(tiles);
            for (int from = 0; from < SIZE; ) {
                int count = Math.min(SIZE - from, 1 + random.nextInt(3_000));
                tiles.append(hashes(from, count));
                for (int i = from; i < from + count; i++) {
                    range.append(hash(i));
                }
                from += count;
                assertThat(tree.root(from)).isEqualTo(range.root());
            }
        }
    }

    /** The figures are those of the example of tlog-tiles. */
    @Test
    void levelsHaveAsManyHashesAsTheSpecificationSays() {
        try (var tiles = new TileFiles(directory, 0)) {
            tiles.append(hashes(0, SIZE));

            assertThat(tiles.read(0, 273 * 256, 112)).hasSize(112 * 32);
            assertThat(tiles.read(1, 256, 17)).hasSize(17 * 32);
            assertThat(tiles.read(2, 0, 1)).hasSize(32);
            assertThatIllegalArgumentException().isThrownBy(() -> tiles.read(0, 273 * 256, 113));
            assertThatIllegalArgumentException().isThrownBy(() -> tiles.read(1, 256, 18));
            assertThatIllegalArgumentException().isThrownBy(() -> tiles.read(2, 0, 2));
        }
    }

    @Test
    void whatWasNotSyncedIsDroppedAtTheNextOpeningAndMadeAnew() {
        byte[] root;
        try (var tiles = new TileFiles(directory, 0)) {
            tiles.append(hashes(0, 1_000));
            root = new MerkleTree(tiles).root(1_000);
        }
        try (var tiles = new TileFiles(directory, 300)) {
            assertThat(tiles.size()).isEqualTo(300);
            tiles.append(hashes(300, 700));
            assertThat(new MerkleTree(tiles).root(1_000)).isEqualTo(root);
            tiles.clear();
            assertThat(tiles.size()).isZero();
        }
    }

    @Test
    void pathsOfTilesAreThoseOfTheSpecification() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("0/x001/x234/067");
        assertThat(new Tile(1, 1, 17).path()).isEqualTo("1/001.p/17");
        assertThat(new Tile(Tile.ENTRIES, 5, 256).path()).isEqualTo("entries/005");
        for (String path : List.of("0/x001/x234/067", "1/001.p/17", "entries/005", "63/000", "0/x005/000.p/255")) {
            assertThat(Tile.parse(path)).get().extracting(Tile::path).isEqualTo(path);
        }
        for (String path : List.of(
                "",
                "0",
                "0/1",
                "00/001",
                "64/000",
                "0/x000/001",
                "0/001.p/0",
                "0/001.p/256",
                "0/001.p/01",
                "0/x001",
                "-1/000",
                "0/001/",
                "entries/001.p/999")) {
            assertThat(Tile.parse(path)).as(path).isEmpty();
        }
    }

    @Test
    void aTreeHasTheTilesOfItsSize() {
        assertThat(new Tile(0, 272, 256).isIn(SIZE)).isTrue();
        assertThat(new Tile(0, 273, 112).isIn(SIZE)).isTrue();
        assertThat(new Tile(0, 273, 113).isIn(SIZE)).isFalse();
        assertThat(new Tile(1, 1, 17).isIn(SIZE)).isTrue();
        assertThat(new Tile(1, 1, 18).isIn(SIZE)).isFalse();
        assertThat(new Tile(9, 0, 1).isIn(SIZE)).isFalse();
    }

    private static byte[] hash(int number) {
        return new TreeHasher().leaf(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hashes(int first, int count) {
        var bytes = new ByteArrayOutputStream();
        for (int i = first; i < first + count; i++) {
            bytes.writeBytes(hash(i));
        }
        return bytes.toByteArray();
    }
}

package org.conductregister.tlog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a tile, as in its path: {@code 0/x001/x234/067.p/5}. The path of a bundle of entries has {@code entries} in the
 * place of the level.
 *
 * @param level 0 to 63; {@link #ENTRIES} for the leaves themselves
 * @param index from 0
 * @param width the number of hashes, 256 for a full tile
 */
public record Tile(int level, long index, int width) {

    /** The level of the bundles that hold the leaves themselves. */
    public static final int ENTRIES = -1;

    /** The number of hashes of a full tile. */
    public static final int WIDTH = 256;

    private static final int MAX_LEVEL = 63;
    private static final Pattern PATH =
            Pattern.compile("(entries|0|[1-9]\\d?)/((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    /** Returns the tile of a path; empty where the path is none of a tile's. */
    public static Optional<Tile> parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
        long index = Long.parseLong(matcher.group(2).replace("x", "").replace("/", ""));
        int width = matcher.group(3) == null ? WIDTH : Integer.parseInt(matcher.group(3));
        var tile = new Tile(level, index, width);
        boolean exact = level <= MAX_LEVEL && width <= WIDTH && tile.path().equals(path);
        return exact ? Optional.of(tile) : Optional.empty();
    }

    /** Returns the index of the first hash, or entry, among all of the level. */
    public long first() {
        return index * WIDTH;
    }

    /** Whether a tree of this many leaves has the tile. */
    public boolean isIn(long size) {
        int height = 8 * Math.max(level, 0);
        long hashes = height >= Long.SIZE ? 0 : size >> height;
        return first() + width <= hashes;
    }

    /** Returns the path, below {@code tile/}. */
    public String path() {
        var path = new StringBuilder("%03d".formatted(index % 1_000));
        for (long rest = index / 1_000; rest > 0; rest /= 1_000) {
            path.insert(0, "x%03d/".formatted(rest % 1_000));
        }
        path.insert(0, (level == ENTRIES ? "entries" : Integer.toString(level)) + "/");
        if (width < WIDTH) {
            path.append(".p/").append(width);
        }
        return path.toString();
    }
}

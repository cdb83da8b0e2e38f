package org.conductregister.query.search.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The place of one index. On disk, indexes lie beside one another in directories {@code index-1}, {@code index-2} and so forth,
 * for one is built while another answers; the latest that was ever committed is the one that counts.
 *
 * @param parent null for an index in memory
 */
record IndexDirectory(@Nullable Path parent, int number) {

    /** In megabytes. */
    private static final double LARGEST_IN_MEMORY = 2;

    /** In megabytes. */
    private static final double MEMORY = 16;

    private static final Pattern NAME = Pattern.compile("index-(\\d{1,9})");

    /** The index that counts; others are deleted. */
    static IndexDirectory latest(@Nullable Path parent) throws IOException {
        if (parent == null) {
            return new IndexDirectory(null, 1);
        }
        Files.createDirectories(parent);
        var all = allIn(parent);
        Optional<IndexDirectory> committed = Optional.empty();
        for (var each : all) {
            if (committed.isEmpty() && each.isCommitted()) {
                committed = Optional.of(each);
            }
        }
        var latest = committed.orElseGet(() ->
                new IndexDirectory(parent, all.isEmpty() ? 1 : all.getFirst().number() + 1));
        for (var each : all) {
            if (!each.equals(latest)) {
                each.delete();
            }
        }
        return latest;
    }

    /** The latest first. */
    private static List<IndexDirectory> allIn(Path parent) throws IOException {
        try (var files = Files.list(parent)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches())
                    .map(name -> new IndexDirectory(parent, Integer.parseInt(name.group(1))))
                    .sorted(Comparator.comparingInt(IndexDirectory::number).reversed())
                    .toList();
        }
    }

    private boolean isCommitted() throws IOException {
        try (var directory = FSDirectory.open(path(requireNonNull(parent)))) {
            return DirectoryReader.indexExists(directory);
        }
    }

    IndexDirectory next() {
        return new IndexDirectory(parent, number + 1);
    }

    /**
     * To be closed by the index in it. The small parts that are written for each batch of entries are kept in memory until they are
     * merged or committed: most never come to the disk.
     */
    Directory open() throws IOException {
        return parent == null ? new ByteBuffersDirectory() : new UncommittedInMemory(FSDirectory.open(path(parent)));
    }

    /** A directory of small files in memory. Those that are not committed when it is closed are not missed, and never come to the disk, where another index may be written by then. */
    private static final class UncommittedInMemory extends NRTCachingDirectory {

        UncommittedInMemory(Directory onDisk) {
            super(onDisk, LARGEST_IN_MEMORY, MEMORY);
        }

        @Override
        public void close() throws IOException {
            for (var name : listCachedFiles()) {
                deleteFile(name);
            }
            super.close();
        }
    }

    void delete() throws IOException {
        if (parent != null) {
            IOUtils.rm(path(parent));
        }
    }

    private Path path(Path in) {
        return in.resolve("index-" + number);
    }
}

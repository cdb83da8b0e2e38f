package org.conductregister.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The TCP ports on which a process of Linux listens. */
final class ListeningPorts {

    private static final String LISTEN = "0A";

    private ListeningPorts() {}

    static Set<Integer> of(long pid) throws IOException {
        var process = Path.of("/proc", Long.toString(pid));
        var sockets = sockets(process.resolve("fd"));
        var ports = new TreeSet<Integer>();
        for (var table : Set.of("tcp", "tcp6")) {
            try (Stream<String> lines = Files.lines(process.resolve("net").resolve(table))) {
                lines.skip(1)
                        .map(line -> line.strip().split("\\s+"))
                        .filter(columns -> columns[3].equals(LISTEN) && sockets.contains(columns[9]))
                        .forEach(
                                columns -> ports.add(Integer.parseInt(columns[1].split(":")[1], 16)));
            }
        }
        return ports;
    }

    /** The inodes of the sockets that it holds. */
    private static Set<String> sockets(Path descriptors) throws IOException {
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.map(ListeningPorts::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException closedMeanwhile) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

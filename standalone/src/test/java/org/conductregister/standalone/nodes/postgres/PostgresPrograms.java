package org.conductregister.standalone.nodes.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's own programs, as a package of the system installs them. They refuse to run as root, and then run as the user
 * {@code postgres}.
 *
 * @param directory that has them
 */
record PostgresPrograms(Path directory) {

    static final String USER = "postgres";

    private static final String NEEDED = "pg_basebackup";

    /** Returns the newest that are installed; {@code -Dregister.postgresql=DIR} names others. */
    static Optional<PostgresPrograms> installed() throws IOException {
        var named = System.getProperty("register.postgresql");
        if (named != null) {
            return Optional.of(new PostgresPrograms(Path.of(named)));
        }
        var packaged = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(packaged)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(packaged)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve(NEEDED)))
                    .max(Comparator.comparing(
                            bin -> bin.getParent().getFileName().toString()))
                    .map(PostgresPrograms::new);
        }
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Runs one to its end; returns whether it succeeded. Its output is appended to a file. */
    boolean succeeds(Path output, String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", USER, "--"));
        }
        command.add(directory.resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                        .directory(Path.of("/").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                        .start()
                        .waitFor()
                == 0;
    }

    /** Runs one to its end, which must be a success. */
    void run(Path output, String program, String... arguments) throws IOException, InterruptedException {
        if (!succeeds(output, program, arguments)) {
            throw new IllegalStateException("%s %s: %s"
                    .formatted(program, List.of(arguments), Files.readString(output, StandardCharsets.UTF_8)));
        }
    }
}

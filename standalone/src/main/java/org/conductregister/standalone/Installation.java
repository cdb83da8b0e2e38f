package org.conductregister.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Installs the program into a directory, where it starts in half the time: the jar is taken apart, for the JVM finds a class
 * sooner in a plain jar than in one within another, and the register is run once on data of its own while the JVM records the
 * classes it loads and links (its AOT cache, JDK 25 and newer). The cache is of use to the same JVM alone; any other starts
 * without it. Takes about a minute and 250 MB.
 */
final class Installation {

    /** The options that the register is started with; the cache is of no use under another garbage collector. */
    static final List<String> JVM_OPTIONS = List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseG1GC");

    private static final String COMMAND = "install";
    private static final String CACHE = "conduct-register.aot";
    private static final int FIRST_WITH_CACHE = 25;

    private final Path jar;
    private final Path target;

    private Installation(Path jar, Path target) {
        this.jar = jar;
        this.target = target;
    }

    static boolean isAskedFor(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(COMMAND);
    }

    /**
     * Installs the program that runs.
     *
     * @param arguments the command, and the directory, which is {@code conduct-register} where it is left out
     * @return the exit code
     */
    static int run(String... arguments) throws IOException, InterruptedException {
        Path target = Path.of(arguments.length > 1 ? arguments[1] : "conduct-register")
                .toAbsolutePath()
                .normalize();
        Path jar = Path.of(System.getProperty("java.class.path"));
        if (!Files.isRegularFile(jar)) {
            return refuse("Only the jar can be installed: java -jar conduct-register.jar install");
        }
        if (isUsed(target)) {
            return refuse("The directory %s is not empty: name another, or remove it first.".formatted(target));
        }
        return new Installation(jar, target).install();
    }

    private static int refuse(String why) {
        System.err.println(why);
        return 1;
    }

    private static boolean isUsed(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return Files.exists(target);
        }
        try (Stream<Path> content = Files.list(target)) {
            return content.findAny().isPresent();
        }
    }

    private int install() throws IOException, InterruptedException {
        System.out.println("Installing into " + target);
        java(List.of("-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", target.toString()));
        boolean cached = Runtime.version().feature() >= FIRST_WITH_CACHE;
        if (cached) {
            System.out.println("Running the register once, so that it starts sooner from now on");
            train();
        }
        Path script = writeScript(cached);
        System.out.println("Start the register with " + script);
        return 0;
    }

    private void train() throws IOException, InterruptedException {
        Path data = target.resolve("training");
        var command = new ArrayList<>(JVM_OPTIONS);
        command.add("-XX:AOTCacheOutput=" + target.resolve(CACHE));
        command.addAll(List.of("-jar", installed().toString()));
        command.addAll(List.of("--server.port=0", "--register.data=" + data, "--register.training=true"));
        try {
            java(command);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private Path installed() {
        return target.resolve(jar.getFileName());
    }

    private Path writeScript(boolean cached) throws IOException {
        Path script = target.resolve("conduct-register");
        Files.writeString(script, """
                #!/bin/sh
                # Starts the register. What is given to it goes to the register; options for the JVM go in JDK_JAVA_OPTIONS.
                here=$(cd "$(dirname "$0")" && pwd)
                java="%s"
                [ -x "$java" ] || java=java
                exec "$java" %s%s -jar "$here/%s" "$@"
                """.formatted(
                        javaCommand(),
                        String.join(" ", JVM_OPTIONS),
                        cached ? " \"-XX:AOTCache=$here/" + CACHE + "\"" : "",
                        jar.getFileName()));
        if (!script.toFile().setExecutable(true, false)) {
            throw new IOException("The script %s cannot be made executable".formatted(script));
        }
        return script;
    }

    private static Path javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Runs another JVM; its output is of interest only where it fails. */
    private void java(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(javaCommand().toString());
        command.addAll(arguments);
        Path output = Files.createTempFile("conduct-register", ".log");
        try {
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException(
                        "%s ended with %d:%n%s".formatted(String.join(" ", command), exit, Files.readString(output)));
            }
        } finally {
            Files.delete(output);
        }
    }
}

package org.conductregister.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The program as a build has it: installed once, before the first test that starts it, which then is half as long. Where no
 * directory is named for it, as where one test is run by itself, the program is started from the jar.
 */
final class InstalledProgram {

    private static final Path JAR = Path.of("target", "conduct-register.jar").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String DIRECTORY = System.getProperty("register.test.installation", "");
    private static final List<String> COMMAND = DIRECTORY.isEmpty()
            ? List.of(JAVA, "-jar", JAR.toString())
            : List.of(installed(Path.of(DIRECTORY)).toString());

    private InstalledProgram() {}

    /** Returns what starts the program; its options follow. */
    static List<String> command() {
        return COMMAND;
    }

    /** Returns what runs another of the program's commands. */
    static List<String> jar() {
        return List.of(JAVA, "-jar", JAR.toString());
    }

    /** Test JVMs run side by side: one installs it, the others wait. */
    private static Path installed(Path directory) {
        Path script = directory.resolve("conduct-register");
        Path lock = directory.resolveSibling(directory.getFileName() + ".lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var unused = channel.lock(); // let go with the channel
            if (!Files.exists(script)
                    || Files.getLastModifiedTime(script).compareTo(Files.getLastModifiedTime(JAR)) < 0) {
                FileSystemUtils.deleteRecursively(directory);
                install(directory);
            }
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void install(Path directory) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(JAVA, "-jar", JAR.toString(), "install", directory.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("The program cannot be installed into " + directory);
        }
    }
}

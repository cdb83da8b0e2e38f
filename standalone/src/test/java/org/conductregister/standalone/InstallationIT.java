package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as the build has installed it from its jar, in a directory with a space in its name. */
class InstallationIT {

    private static final Path JAR = Path.of("target", "conduct-register.jar").toAbsolutePath();
    private static final int PATIENCE_SECONDS = 600;

    @TempDir
    Path parent;

    /** A JVM that is told to use its cache ends where it cannot. */
    @Test
    void itStartsFromTheCacheAndLeavesNothingInTheDirectoryForTemporaryFiles() throws Exception {
        assertThat(RunningRegister.INSTALLED).isDirectoryNotContaining("glob:**/training");
        Path temporary = Files.createDirectory(parent.resolve("tmp"));

        String options = "-Djava.io.tmpdir=" + temporary + " -XX:-UsePerfData"
                + (Runtime.version().feature() >= 25 ? " -XX:AOTMode=on" : "");
        try (var register =
                RunningRegister.startWith(options, parent.resolve("data")).untilReady()) {
            register.stop();
        }

        assertThat(temporary).isEmptyDirectory();
        assertThat(parent.resolve("data/tmp")).doesNotExist();
    }

    @Test
    void itIsNotInstalledOverAnother() throws Exception {
        assertThat(run("install", RunningRegister.INSTALLED.toString())).contains("is not empty");
    }

    private static String run(String... arguments) throws Exception {
        File output = Files.createTempFile("install", ".log").toFile();
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output.toPath());
        Files.delete(output.toPath());
        return said;
    }
}

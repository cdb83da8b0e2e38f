package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as the build has installed it from its jar, in a directory with a space in its name. */
class InstallationIT {

    private static final int PATIENCE_SECONDS = 600;

    @TempDir
    Path parent;

    /** A JVM that is told to use its cache ends where it cannot. */
    @Test
    void itStartsFromTheCacheAndLeavesNothingInTheDirectoryForTemporaryFiles() throws Exception {
        assertThat(installed().resolve("training")).doesNotExist();
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
        Path output = parent.resolve("install.log");
        var command = new ArrayList<>(InstalledProgram.jar());
        command.addAll(List.of("install", installed().toString()));
        var install = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(install.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(install.exitValue()).isOne();
        assertThat(output).content().contains("is not empty");
    }

    private static Path installed() {
        return Path.of(InstalledProgram.command().getLast()).getParent();
    }
}

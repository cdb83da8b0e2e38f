package org.conductregister.standalone.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program's verification of a log, in a process of its own and without a register that runs. */
public final class Verification {

    private Verification() {}

    /** Runs it, and expects an end and a sentence. */
    public static void ends(int exit, String sentence, String... options) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Path.of("target", "conduct-register.jar").toAbsolutePath().toString(),
                "verify"));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(exit);
        assertThat(output).contains(sentence).doesNotContain("\tat ");
    }
}

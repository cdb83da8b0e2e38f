package org.conductregister.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundTest {

    private static final Executor BACKGROUND =
            work -> Background.threads("work").newThread(work).start();

    @Test
    void isNamedAndDoesNotKeepTheProcessGoing() {
        var thread = Background.threads("work").newThread(() -> {});

        assertThat(thread.getName()).isEqualTo("work");
        assertThat(thread.isDaemon()).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void givesWayAndSoDoWhatItStartsWhileOthersDoNot() {
        int inBackground = CompletableFuture.supplyAsync(BackgroundTest::niceness, BACKGROUND)
                .join();
        int startedThere = CompletableFuture.supplyAsync(BackgroundTest::startedHere, BACKGROUND)
                .join();

        assertThat(inBackground).isEqualTo(niceness() + 5);
        assertThat(startedThere).isEqualTo(inBackground);
    }

    private static int startedHere() {
        return CompletableFuture.supplyAsync(
                        BackgroundTest::niceness, work -> Thread.ofPlatform().start(work))
                .join();
    }

    /** Returns the niceness of the current thread: the 19th field of its status, of which the second is in brackets. */
    private static int niceness() {
        try {
            var status = Files.readString(Path.of("/proc/thread-self/stat"));
            var fields = status.substring(status.lastIndexOf(')') + 2).split(" ");
            return Integer.parseInt(fields[19 - 3]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.conductregister.command.imports.stored;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.conductregister.web.CommonProblems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Room on the disk of the data directory that imports leave free, so that entries logged by people find some: the setting
 * {@code register.reserve}.
 */
@Component
public class Reserve {

    private static final int BUFFER = 1 << 16;

    /** Bytes written between two looks at the room there is. */
    private static final long LOOK_EVERY = 1 << 22;

    private final Path data;
    private final long bytes;

    public Reserve(@Value("${register.data:data}") Path data, @Value("${register.reserve:256MB}") DataSize reserve) {
        this.data = data;
        this.bytes = reserve.toBytes();
    }

    /**
     * Checks that there is more room than is to be left free.
     *
     * @throws org.conductregister.web.ProblemException if there is not
     */
    public void require() throws IOException {
        if (Files.getFileStore(data).getUsableSpace() < bytes) {
            throw CommonProblems.NO_ROOM.exception();
        }
    }

    /**
     * Writes a file anew, leaving the reserve free.
     *
     * @return its length in bytes
     * @throws org.conductregister.web.ProblemException if there is no room for all of it; the part written stays
     */
    public long copy(InputStream from, Path to) throws IOException {
        long written = 0;
        long nextLook = 0;
        var buffer = new byte[BUFFER];
        try (OutputStream file = Files.newOutputStream(to)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                if (written >= nextLook) {
                    require();
                    nextLook = written + LOOK_EVERY;
                }
                file.write(buffer, 0, read);
                written += read;
            }
        }
        return written;
    }
}

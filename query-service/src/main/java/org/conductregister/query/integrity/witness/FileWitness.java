package org.conductregister.query.integrity.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.SealedHead;

/** A file to which each head is appended as a signed note with an empty line behind it. */
record FileWitness(Path file) implements Witness {

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public WitnessKind kind() {
        return WitnessKind.FILE;
    }

    @Override
    public void show(SealedHead head, LogSealer sealer) throws IOException {
        Files.writeString(
                file,
                head.note() + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }
}

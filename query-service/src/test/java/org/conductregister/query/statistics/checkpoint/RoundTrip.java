package org.conductregister.query.statistics.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Saves something to memory and loads it again. */
public final class RoundTrip {

    /** Writes what is to be read again. */
    public interface Save {
        void to(SaveStream out) throws IOException;
    }

    /** Reads it. */
    public interface Load<T> {
        T from(LoadStream in) throws IOException;
    }

    private RoundTrip() {}

    public static <T> T of(Save save, Load<T> load) {
        return load(saved(save), load);
    }

    public static byte[] saved(Save save) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new SaveStream(bytes);
            save.to(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Loads what was saved.
     *
     * @throws IllegalStateException if anything is left to be read
     */
    public static <T> T load(byte[] saved, Load<T> load) {
        try {
            var bytes = new ByteArrayInputStream(saved);
            var in = new LoadStream(bytes);
            var loaded = load.from(in);
            in.finish();
            if (!in.isAtEnd()) {
                throw new IllegalStateException("less was loaded than had been saved");
            }
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.conductregister.command.imports.stored;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.conductregister.web.Problem;
import org.conductregister.web.load.UploadProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Limits how much room the files that were sent take together, those that are arriving among them: the setting
 * {@code register.uploads.total}. Thread-safe. Several that arrive at once may exceed it by {@value #LOOK_EVERY} bytes each, and at other nodes
 * by what is arriving there.
 */
@Component
public class UploadQuota {

    /** The problem of a file for which there is no room among those kept. */
    public static final String CODE = "UPLOADS_FULL";

    /** Bytes that arrive between two looks at what is kept. */
    private static final long LOOK_EVERY = 1 << 22;

    private final long most;
    private final List<Kept> kept = new CopyOnWriteArrayList<>();

    private record Kept(StoredFiles files, String suffix) {

        long bytes() throws IOException {
            return files.bytes(suffix);
        }
    }

    @Autowired
    UploadQuota(UploadProperties limits) {
        this(limits.total());
    }

    public UploadQuota(DataSize most) {
        this.most = most.toBytes();
    }

    /** Counts the files whose names end so. */
    public void count(StoredFiles files, String suffix) {
        kept.add(new Kept(files, suffix));
    }

    /**
     * Returns the content of a file that is stored as it is read.
     *
     * @return one whose reading fails with a {@link org.conductregister.web.ProblemException} once all that is counted is more than may be
     *     kept
     */
    public InputStream limited(InputStream content) throws IOException {
        require(0);
        return new Limited(content);
    }

    private void require(long more) throws IOException {
        long bytes = more;
        for (var each : kept) {
            bytes += each.bytes();
        }
        if (bytes > most) {
            throw Problem.of(
                            HttpStatus.INSUFFICIENT_STORAGE,
                            CODE,
                            ("Files that were sent and wait to be recorded may take %,d bytes together, and there is no room for this"
                                            + " one. Nothing of it was kept. Record the sheets that were checked, or drop the files of those"
                                            + " that will not be recorded: the list of imports says which have one, and how large it is"
                                            + " (those that are only looked at go after a day). Then send this one again. Whoever runs the register can raise register.uploads.total.")
                                    .formatted(most))
                    .exception();
        }
    }

    /** Looks at what is kept from time to time; what it has read since is on its way there. */
    private final class Limited extends FilterInputStream {

        private long since;

        Limited(InputStream content) {
            super(content);
        }

        /** The bytes that were read before are where they are counted. */
        private void look(int read) throws IOException {
            since += read;
            if (since >= LOOK_EVERY || read < 0) {
                require(Math.max(0, read));
                since = 0;
            }
        }

        @Override
        public int read() throws IOException {
            int single = super.read();
            look(single < 0 ? single : 1);
            return single;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            look(read);
            return read;
        }
    }
}

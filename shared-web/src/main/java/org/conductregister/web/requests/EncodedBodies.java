package org.conductregister.web.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemWriter;
import org.conductregister.web.RequestedPath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads an import that is sent with {@code Content-Encoding: gzip}, and refuses every other body that is encoded: taken
 * for what it is not, it would be refused line by line in words that help nobody.
 */
final class EncodedBodies extends OncePerRequestFilter {

    private static final String IMPORTS = "/api/v1/imports";
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final String IDENTITY = "identity";

    private final ProblemWriter problems;

    EncodedBodies(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var encoding = encodingOf(request);
        return encoding == null || encoding.equals(IDENTITY) || !hasBody(request);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static @Nullable String encodingOf(HttpServletRequest request) {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding == null || encoding.isBlank() ? null : encoding.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean read = RequestedPath.of(request).equals(IMPORTS);
        if (read && GZIP.contains(encodingOf(request))) {
            chain.doFilter(new Decoded(request), response);
            return;
        }
        response.setHeader(HttpHeaders.ACCEPT_ENCODING, read ? "gzip, identity" : IDENTITY);
        problems.write(notRead(read), request, response);
    }

    private static Problem notRead(boolean read) {
        var possible = read ? "send it as it is, or with gzip" : "send it as it is";
        return Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "CONTENT_ENCODING_UNSUPPORTED",
                "A body with this Content-Encoding is not read here; %s.".formatted(possible));
    }

    private static final class Decoded extends HttpServletRequestWrapper {

        private @Nullable ServletInputStream body;

        Decoded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new Body(new Gunzipped(super.getInputStream()));
            }
            return body;
        }

        @Override
        public int getContentLength() {
            return -1;
        }

        @Override
        public long getContentLengthLong() {
            return -1;
        }
    }

    /**
     * The decoded bytes. A body may grow to {@value #ALWAYS} bytes whatever it was, as an upload by a form may, and beyond
     * that to {@value #MOST_TIMES} times what was sent: registers' own files grow by ten to thirty times, and a file made
     * to fill the disk by a thousand.
     */
    static final class Gunzipped extends InputStream {

        static final long ALWAYS = 512L * 1024 * 1024;
        static final long MOST_TIMES = 100;

        private final Counted sent;
        private final long always;
        private @Nullable GZIPInputStream decoded;
        private long read;

        Gunzipped(InputStream sent) {
            this(sent, ALWAYS);
        }

        /** @param always to how many bytes the body may grow, whatever it was */
        Gunzipped(InputStream sent, long always) {
            this.always = always;
            this.sent = new Counted(sent);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int bytes = decode(into, offset, length);
            read += Math.max(bytes, 0);
            if (read > always && read / MOST_TIMES > sent.bytes) {
                throw Problem.of(
                                HttpStatus.CONTENT_TOO_LARGE,
                                "BODY_TOO_LARGE",
                                "The body decodes to more than %,d bytes, and to more than %d times what was sent."
                                        .formatted(always, MOST_TIMES))
                        .exception();
            }
            return bytes;
        }

        private int decode(byte[] into, int offset, int length) throws IOException {
            try {
                if (decoded == null) {
                    decoded = new GZIPInputStream(sent, 64 * 1024);
                }
                return decoded.read(into, offset, length);
            } catch (ZipException | EOFException e) {
                throw Problem.of(
                                HttpStatus.BAD_REQUEST,
                                "BODY_UNREADABLE",
                                "The body is not gzip, or not all of it, as its Content-Encoding says.")
                        .exception();
            }
        }
    }

    private static final class Counted extends FilterInputStream {

        private long bytes;

        Counted(InputStream sent) {
            super(sent);
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            bytes += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = in.read(into, offset, length);
            bytes += Math.max(read, 0);
            return read;
        }
    }

    private static final class Body extends ServletInputStream {

        private final InputStream decoded;
        private boolean finished;

        Body(InputStream decoded) {
            this.decoded = decoded;
        }

        @Override
        public int read() throws IOException {
            int next = decoded.read();
            finished = next < 0;
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = decoded.read(into, offset, length);
            finished = read < 0;
            return read;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("A decoded body is read by the thread that asks for it");
        }
    }
}

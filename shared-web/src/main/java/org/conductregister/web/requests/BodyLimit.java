package org.conductregister.web.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.ProblemWriter;
import org.conductregister.web.RequestedPath;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over {@value #BYTES} bytes, whether their length is announced or not, before anything holds them in
 * memory. An import is read as a stream, and has a limit of its own; a form with a file is kept on disk, and FileFormFilter
 * limits it.
 */
class BodyLimit extends OncePerRequestFilter {

    static final long BYTES = 1024 * 1024;
    private static final String FORM_WITH_A_FILE = "/imports";
    private static final String IMPORT = "/api/v1/imports";

    private final long largestImport;
    private final ProblemWriter problems;

    BodyLimit(DataSize largestImport, ProblemWriter problems) {
        this.largestImport = largestImport.toBytes();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return RequestedPath.of(request).equals(FORM_WITH_A_FILE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long most = RequestedPath.of(request).equals(IMPORT) ? largestImport : BYTES;
        if (request.getContentLengthLong() > most) {
            problems.write(CommonProblems.bodyTooLarge(most), request, response);
            return;
        }
        chain.doFilter(new Limited(request, most), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long most;

        Limited(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), most);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String named = getCharacterEncoding();
            Charset charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long most;
        private long read;

        Counted(ServletInputStream body, long most) {
            this.body = body;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int bytes = body.read(into, offset, length);
            count(Math.max(bytes, 0));
            return bytes;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > most) {
                throw CommonProblems.bodyTooLarge(most).exception();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}

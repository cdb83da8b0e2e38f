package org.conductregister.standalone.accesslog;

import static java.util.Objects.requireNonNull;

import com.sun.management.OperatingSystemMXBean;
import jakarta.servlet.FilterChain;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.conductregister.entries.RecordId;
import org.conductregister.standalone.ConductRegister;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.web.accesslog.AccessLog;
import org.conductregister.web.accesslog.AccessLogFilter;
import org.conductregister.web.accesslog.AccessedRecords;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The cost of a look: of a request through the filter of the access log, less that of one which is no look, by the clock and by the
 * processor time of its thread; and the processor time of the process for each look until all are on the disk, with the commits and the
 * sealing of words. Of a case that is opened, of a list of twenty, and of a search that shows twenty. By turns in one run.
 */
final class LookBenchmark {

    private static final int ROUNDS = 6;
    private static final int LOOKS = 5_000;
    private static final long NANOS_BETWEEN = 200_000;
    private static final FilterChain NOTHING = (request, response) -> {};

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final AccessLogFilter filter;
    private final AccessLog log;

    private LookBenchmark(AccessLogFilter filter, AccessLog log) {
        this.filter = filter;
        this.log = log;
    }

    /** A kind of request. */
    private enum Kind {
        NO_LOOK("/help", false),
        OPENED("/api/v1/cases/LAN-1", false),
        LISTED("/api/v1/cases", true),
        SEARCHED("/api/v1/search", true);

        private final String path;
        private final boolean shows;

        Kind(String path, boolean shows) {
            this.path = path;
            this.shows = shows;
        }

        MockHttpServletRequest request(int number) {
            var request = new MockHttpServletRequest("GET", path);
            if (this == SEARCHED) {
                request.setParameter("q", "a name and number " + number);
            }
            if (shows) {
                RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
                AccessedRecords.add(cases(number));
            }
            return request;
        }

        private static List<RecordId> cases(int number) {
            return IntStream.range(0, 20)
                    .mapToObj(i -> RecordId.of(new CaseId("LOOK-" + (number * 7 + i) % 5_000)))
                    .toList();
        }
    }

    public static void main(String[] arguments) throws Exception {
        var data = Files.createTempDirectory("look-benchmark");
        var application = new SpringApplication(ConductRegister.class);
        try (var context = application.run("--server.port=0", "--register.sample=false", "--register.data=" + data)) {
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("handler", "", List.of()));
            var benchmark = new LookBenchmark(context.getBean(AccessLogFilter.class), context.getBean(AccessLog.class));
            for (int round = 1; round <= ROUNDS; round++) {
                for (var kind : Kind.values()) {
                    benchmark.measure(round, kind);
                }
            }
        }
        System.exit(0);
    }

    /** One request after another, some thousands a second, as of many people at once. */
    private void measure(int round, Kind kind) throws Exception {
        long thread = 0;
        var clock = new long[LOOKS];
        long process = PROCESS.getProcessCpuTime();
        for (int i = 0; i < LOOKS; i++) {
            var request = kind.request(i);
            var response = new MockHttpServletResponse();
            long processor = THREADS.getCurrentThreadCpuTime();
            long began = System.nanoTime();
            filter.doFilter(request, response, NOTHING);
            clock[i] = System.nanoTime() - began;
            thread += THREADS.getCurrentThreadCpuTime() - processor;
            while (System.nanoTime() - began < NANOS_BETWEEN) {
                Thread.sleep(0, 50_000);
            }
        }
        if (!log.await(Duration.ofMinutes(1))) {
            throw new IllegalStateException(requireNonNull(log.trouble(), "the log is slow"));
        }
        process = PROCESS.getProcessCpuTime() - process;
        Arrays.sort(clock);
        System.out.printf(
                Locale.ROOT,
                "round %d, %-8s clock p50 %.1f µs, p99 %.1f µs, longest %.2f ms; processor %.1f µs of the caller, %.1f µs of"
                        + " the process%n",
                round,
                kind,
                clock[LOOKS / 2] / 1e3,
                clock[LOOKS * 99 / 100] / 1e3,
                clock[LOOKS - 1] / 1e6,
                thread / 1e3 / LOOKS,
                process / 1e3 / LOOKS);
    }
}

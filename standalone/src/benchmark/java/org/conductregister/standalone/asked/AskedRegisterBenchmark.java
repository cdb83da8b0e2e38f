package org.conductregister.standalone.asked;

import static org.conductregister.standalone.asked.Caller.HANDLER;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conductregister.standalone.RunningRegister;

/**
 * Imports a large file of entries into an empty register, asks it for counts while nothing else goes on, kills it, and starts it
 * again; then imports the same into another one that is asked for counts meanwhile. Tells how long each took, and fails where an
 * answer after the start is neither right nor a 503.
 *
 * <p>Arguments: a file of entries, one a line, and one of code lists, as {@code {"categories": [{"code", "label"}]}}. The program
 * is started as it is installed where the build has installed it. Clients are threads of this process, on the same machine.
 */
final class AskedRegisterBenchmark {

    static final String PASSWORD = "benchmark";

    private static final String BY_STATUS = "/api/v1/statistics?unit=cases&groupBy=status&asAt=2018-06-02";
    private static final int SECONDS_AT_REST = 20;
    private static final int ROUNDS_AT_REST = 5;
    private static final int CASES_LOOKED_AT = 20;
    private static final Pattern CASE = Pattern.compile("\"type\": ?\"CaseOpened\".*?\"caseId\": ?\"([^\"]+)\"");

    private final Path entries;
    private final FileToImport file;

    private AskedRegisterBenchmark(Path entries, Path lists) throws IOException {
        this.entries = entries;
        this.file = new FileToImport(entries, lists);
    }

    public static void main(String[] sent) throws Exception {
        var arguments = String.join(" ", sent).split(" ");
        var benchmark = new AskedRegisterBenchmark(Path.of(arguments[0]), Path.of(arguments[1]));
        benchmark.importedThenKilled();
        benchmark.askedWhileImporting();
        System.exit(0);
    }

    private void importedThenKilled() throws Exception {
        var data = Files.createTempDirectory("asked-register");
        String right;
        try (var register = start(data)) {
            var caller = new Caller(register.address());
            importAll("nobody asks", caller);
            right = caller.get(HANDLER, BY_STATUS).get("groups").toString();
            for (int i = 1; i <= ROUNDS_AT_REST; i++) {
                say("asked at rest, round " + i, asked(register.address(), SECONDS_AT_REST, () -> false));
            }
        } // killed
        startedAgain(data, right);
    }

    private void askedWhileImporting() throws Exception {
        try (var register = start(Files.createTempDirectory("asked-register"))) {
            var imported = new AtomicBoolean();
            var asking = new Questions[1];
            var thread = Thread.ofPlatform()
                    .start(() -> asking[0] = asked(register.address(), Integer.MAX_VALUE, imported::get));
            importAll("asked meanwhile", new Caller(register.address()));
            imported.set(true);
            thread.join();
            say("asked while importing", asking[0]);
        }
    }

    private static RunningRegister start(Path data) throws IOException {
        return RunningRegister.startFully(data, "--register.password=" + PASSWORD, "--register.sample=false")
                .untilReady();
    }

    private void importAll(String how, Caller caller) throws Exception {
        long began = System.nanoTime();
        var taken = file.importInto(caller);
        System.out.printf(Locale.ROOT, "import, %s: %s%n", how, taken);
        caller.awaitViews();
        System.out.printf(Locale.ROOT, "import, %s: every view there after %.1f s%n", how, seconds(began));
    }

    /** From the start of the process; a case that exists is never said not to, and no total is too small. */
    private void startedAgain(Path data, String right) throws Exception {
        var cases = someCases();
        long began = System.nanoTime();
        try (var register =
                RunningRegister.startFully(data, "--register.password=" + PASSWORD, "--register.sample=false")) {
            register.untilReady();
            System.out.printf(Locale.ROOT, "killed and started: listens after %.2f s%n", seconds(began));
            var caller = new Caller(register.address());
            var answers = new TreeMap<String, Integer>();
            while (!isCounted(caller, right, answers)) {
                Thread.onSpinWait();
            }
            System.out.printf(Locale.ROOT, "killed and started: first right count after %.2f s%n", seconds(began));
            while (!areFound(caller, cases, answers)) {
                Thread.onSpinWait();
            }
            System.out.printf(
                    Locale.ROOT, "killed and started: %d cases all found after %.2f s%n", cases.size(), seconds(began));
            caller.awaitViews();
            System.out.printf(
                    Locale.ROOT,
                    "killed and started: every view there after %.2f s; answers: %s%n",
                    seconds(began),
                    answers);
            if (answers.keySet().stream().anyMatch(answer -> !answer.endsWith("200") && !answer.endsWith("503"))) {
                throw new IllegalStateException("An answer that is neither right nor a 503");
            }
        }
    }

    private static boolean isCounted(Caller caller, String right, Map<String, Integer> answers) throws IOException {
        var count = caller.answer(HANDLER, BY_STATUS);
        answers.merge("count " + count.status(), 1, Integer::sum);
        if (count.status() == 200 && !count.json().get("groups").toString().equals(right)) {
            throw new IllegalStateException("A wrong count after the start: " + count.json());
        }
        return count.status() == 200;
    }

    private static boolean areFound(Caller caller, List<String> cases, Map<String, Integer> answers)
            throws IOException {
        int found = 0;
        for (var id : cases) {
            int status = caller.status(HANDLER, "/api/v1/cases/" + id);
            answers.merge("case " + status, 1, Integer::sum);
            found += status == 200 ? 1 : 0;
        }
        return found == cases.size();
    }

    /** The last cases opened, which views that start behind lack longest. */
    private List<String> someCases() throws IOException {
        var last = new ArrayList<String>();
        try (BufferedReader lines = Files.newBufferedReader(entries)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher opened = CASE.matcher(line);
                if (opened.find()) {
                    last.add(opened.group(1));
                }
            }
        }
        return List.copyOf(last.subList(last.size() - CASES_LOOKED_AT, last.size()));
    }

    private static Questions asked(String address, int seconds, BooleanSupplier over) {
        var questions = new Questions(address);
        questions.ask(seconds, over);
        return questions;
    }

    private static void say(String when, Questions questions) {
        System.out.printf("%s: %s; p99 by kind %s%n", when, questions, questions.slowestByKind());
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}

package org.conductregister.standalone.asked;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.conductregister.standalone.RunningRegister;

/**
 * Imports the same file into empty registers, by turns as they are and with other options, and tells what the options change: lines a
 * second, and processor time a line until every view has all of them, in the whole process.
 *
 * <p>Arguments: the file and its code lists as for {@link AskedRegisterBenchmark}, the number of turns, and the options; in these,
 * {@code DATA} is the register's directory. The program is started as it is installed where the build has installed it.
 */
final class OptionsBenchmark {

    private final FileToImport file;

    private OptionsBenchmark(FileToImport file) {
        this.file = file;
    }

    /** The cost of one import: lines a second, and microseconds of processor time a line. */
    private record Cost(double linesPerSecond, double processorMicros) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f lines/s, %.1f \u00b5s of processor time a line",
                    linesPerSecond,
                    processorMicros);
        }
    }

    public static void main(String[] sent) throws Exception {
        var arguments = String.join(" ", sent).split(" ");
        var benchmark = new OptionsBenchmark(new FileToImport(Path.of(arguments[0]), Path.of(arguments[1])));
        benchmark.compare(Integer.parseInt(arguments[2]), List.of(arguments).subList(3, arguments.length));
        System.exit(0);
    }

    private void compare(int turns, List<String> options) throws Exception {
        var usual = new ArrayList<Cost>();
        var other = new ArrayList<Cost>();
        for (int i = 0; i < turns; i++) {
            boolean usualFirst = i % 2 == 0;
            if (usualFirst) {
                usual.add(cost("as it is", List.of()));
            }
            other.add(cost("otherwise", options));
            if (!usualFirst) {
                usual.add(cost("as it is", List.of()));
            }
        }
        System.out.println("as it is, medians: " + median(usual));
        System.out.println("with " + options + ", medians: " + median(other));
    }

    private Cost cost(String how, List<String> options) throws Exception {
        var data = Files.createTempDirectory("options-benchmark");
        try (var register = start(data, options)) {
            var caller = new Caller(register.address());
            long before = processorNanos(register);
            var taken = file.importInto(caller);
            caller.awaitViews();
            var cost = new Cost(taken.linesPerSecond(), (processorNanos(register) - before) / 1e3 / taken.lines());
            System.out.printf("%s: %s%n", how, cost);
            return cost;
        }
    }

    private static RunningRegister start(Path data, List<String> options) throws IOException {
        var all = Stream.concat(
                Stream.of("--register.password=" + AskedRegisterBenchmark.PASSWORD, "--register.sample=false"),
                options.stream().map(option -> option.replace("DATA", data.toString())));
        return RunningRegister.startFully(data, all.toArray(String[]::new)).untilReady();
    }

    private static long processorNanos(RunningRegister register) {
        return ProcessHandle.of(register.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow()
                .toNanos();
    }

    private static Cost median(List<Cost> costs) {
        double[] rates =
                costs.stream().mapToDouble(Cost::linesPerSecond).sorted().toArray();
        double[] micros =
                costs.stream().mapToDouble(Cost::processorMicros).sorted().toArray();
        return new Cost(middle(rates), middle(micros));
    }

    private static double middle(double[] sorted) {
        return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
                .average()
                .orElseThrow();
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Compares the same table in several CSV files, cell by cell: {@code java CompareTables.java A.csv B.csv}. Rows above it that
 * have one cell are passed over. Numbers are compared as numbers. With {@code --numbers} in front, one file may have words where another
 * has codes: then only numbers, days and what is empty are compared, and of each column whether equal texts are equal in both.
 */
final class CompareTables {

    /** LibreOffice writes 15 digits of a number. */
    private static final double WRITTEN = 1e-12;

    /** By column, the text in the other file that stands for a text in the first; null where texts must be the same. */
    private final List<Map<String, String>> words;

    private CompareTables(int columns, boolean withWords) {
        this.words = withWords
                ? IntStream.range(0, columns)
                        .<Map<String, String>>mapToObj(column -> new HashMap<>())
                        .toList()
                : null;
    }

    public static void main(String[] arguments) throws IOException {
        boolean withWords = arguments[0].equals("--numbers");
        var files = Arrays.asList(arguments).subList(withWords ? 1 : 0, arguments.length);
        var first = table(Path.of(files.getFirst()));
        for (var file : files.subList(1, files.size())) {
            var other = table(Path.of(file));
            if (first.size() != other.size()) {
                fail("%s has %d rows, %s %d".formatted(files.getFirst(), first.size(), file, other.size()));
            }
            var comparison = new CompareTables(first.getFirst().size(), withWords);
            for (int row = 0; row < first.size(); row++) {
                comparison.compare(file, row, first.get(row), other.get(row));
            }
        }
        System.out.printf(
                "%d rows of %d cells are the same in %d formats%n",
                first.size(), first.getFirst().size(), files.size());
    }

    private void compare(String file, int row, List<String> a, List<String> b) {
        if (a.size() != b.size()) {
            fail("row %d of %s has %d cells and not %d".formatted(row, file, b.size(), a.size()));
        }
        for (int i = 0; i < a.size(); i++) {
            if (!isSame(a.get(i), b.get(i)) && !isWordFor(i, a.get(i), b.get(i))) {
                fail("row %d, cell %d of %s is '%s' and not '%s'".formatted(row, i, file, b.get(i), a.get(i)));
            }
        }
    }

    private boolean isWordFor(int column, String a, String b) {
        return words != null
                && !a.isEmpty()
                && !b.isEmpty()
                && !isNumber(a)
                && !isNumber(b)
                && words.get(column).computeIfAbsent(a, text -> b).equals(b);
    }

    private static boolean isNumber(String text) {
        try {
            number(text);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** LibreOffice writes shares as percentages. */
    private static double number(String text) {
        return text.endsWith("%")
                ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
                : Double.parseDouble(text);
    }

    private static boolean isSame(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        try {
            double first = number(a);
            return Math.abs(first - number(b)) <= WRITTEN * Math.max(1, Math.abs(first));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The rows of the table; those above it are comments, or have one cell that is filled. */
    private static List<List<String>> table(Path file) throws IOException {
        var rows = read(Files.readString(file));
        while (!rows.isEmpty() && isAbove(rows.getFirst())) {
            rows.removeFirst();
        }
        if (rows.isEmpty()) {
            fail(file + " has no table");
        }
        return rows;
    }

    private static boolean isAbove(List<String> row) {
        return row.getFirst().startsWith("#")
                || row.stream().filter(cell -> !cell.isEmpty()).count() < 2;
    }

    private static List<List<String>> read(String csv) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append(csv.charAt(++i));
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }

    private static void fail(String why) {
        System.err.println("FAILED: " + why);
        System.exit(1);
    }
}

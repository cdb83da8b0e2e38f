import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Compares the tables in CSV files of one directory with those of the same names in another, cell by cell: {@code java
 * CompareTables.java ONE OTHER}. Rows above a table that have one cell are passed over. Numbers are compared as numbers. With {@code
 * --numbers} in front, the other directory may have words where the first has codes: then only numbers, days and what is empty are
 * compared, and of each column whether equal texts are equal in both.
 */
final class CompareTables {

    /** LibreOffice writes 15 digits of a number. */
    private static final double WRITTEN = 1e-12;

    /** The text in the other file that stands for a text in the first, by column; null where texts must be the same. */
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
        var one = Path.of(arguments[arguments.length - 2]);
        var other = Path.of(arguments[arguments.length - 1]);
        var names = names(one);
        if (!names.equals(names(other))) {
            fail("%s are in %s, and %s in %s".formatted(names, one, names(other), other));
        }
        for (var name : names) {
            compare(name, table(one.resolve(name)), table(other.resolve(name)), withWords);
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void compare(String name, List<List<String>> one, List<List<String>> other, boolean withWords) {
        if (one.size() != other.size()) {
            fail("%s has %d rows here and %d there".formatted(name, one.size(), other.size()));
        }
        var comparison = new CompareTables(one.getFirst().size(), withWords);
        for (int row = 0; row < one.size(); row++) {
            comparison.compare(name, row, one.get(row), other.get(row));
        }
        System.out.printf(
                "%s: %d rows of %d cells are the same%n",
                name, one.size(), one.getFirst().size());
    }

    private void compare(String name, int row, List<String> a, List<String> b) {
        if (a.size() != b.size()) {
            fail("row %d of %s has %d cells and not %d".formatted(row, name, b.size(), a.size()));
        }
        for (int i = 0; i < a.size(); i++) {
            if (!isSame(a.get(i), b.get(i)) && !isWordFor(i, a.get(i), b.get(i))) {
                fail("row %d, cell %d of %s is '%s' and not '%s'".formatted(row, i, name, b.get(i), a.get(i)));
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
        return !Double.isNaN(number(text));
    }

    private static boolean isSame(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        double first = number(a);
        return Math.abs(first - number(b)) <= WRITTEN * Math.max(1, Math.abs(first));
    }

    /** The number that a text is; LibreOffice writes shares as percentages. NaN, which is the same as no other, where it is none. */
    private static double number(String text) {
        boolean isShare = text.endsWith("%");
        try {
            double number = Double.parseDouble(isShare ? text.substring(0, text.length() - 1) : text);
            return isShare ? number / 100 : number;
        } catch (NumberFormatException e) {
            return Double.NaN;
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

package org.conductregister.standalone.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules about the sources of all modules, those of tests and benchmarks included, that compiled classes do not show. */
class SourcesTest {

    /** Javadoc begins with the noun or the verb that says what a thing is or does, not with a word that stands for one. */
    private static final Pattern RIDDLE = Pattern.compile("/\\*\\*[\\s*]*(?:What|Of|Those|That which|That)\\b");

    private static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum) (\\w+)");

    private static final Pattern JOINED =
            Pattern.compile("</(?:a|th:block)><span\\s+class=\"register-reference\"(?![^>]*' \\(')");

    @Test
    void javadocBeginsWithWhatAThingIsOrDoes() throws IOException {
        var riddles = new ArrayList<String>();
        for (var file : sources()) {
            var text = Files.readString(file);
            RIDDLE.matcher(text).results().forEach(found -> riddles.add(place(file, text, found.start())));
        }

        assertThat(riddles)
                .as("Javadoc that begins with What, Of, That or Those: write The …, Returns …, Tests that …")
                .isEmpty();
    }

    @Test
    void typesHaveNamesThatCanBeLookedUp() throws IOException {
        var invented = new ArrayList<String>();
        for (var file : sources()) {
            var text = Files.readString(file);
            TYPE.matcher(text)
                    .results()
                    .filter(type -> StructureTest.INVENTED_NAMES.contains(type.group(1)))
                    .forEach(type -> invented.add(place(file, text, type.start())));
        }

        assertThat(invented).isEmpty();
    }

    /** A number and a reference that stand side by side are read aloud, and copied, as one without a blank between them. */
    @Test
    void aReferenceIsPartedFromTheNumberBeforeIt() throws IOException {
        var joined = new ArrayList<String>();
        try (var files = Files.find(Path.of(".."), 30, (file, is) -> isTemplate(file))) {
            for (var file : files.toList()) {
                var text = Files.readString(file);
                JOINED.matcher(text).results().forEach(found -> joined.add(place(file, text, found.start())));
            }
        }

        assertThat(joined).isEmpty();
    }

    private static boolean isTemplate(Path file) {
        var path = file.toString();
        return path.endsWith(".html") && path.contains("src") && path.contains("templates");
    }

    private static String place(Path file, String text, int at) {
        return file.getFileName() + ":"
                + (text.substring(0, at).chars().filter(each -> each == '\n').count() + 1);
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.find(Path.of(".."), 30, (file, is) -> isSource(file))) {
            var sources = files.toList();
            assertThat(sources).hasSizeGreaterThan(1_000);
            return sources;
        }
    }

    private static boolean isSource(Path file) {
        var path = file.toString();
        return path.endsWith(".java") && path.contains("src") && !path.contains("target");
    }
}

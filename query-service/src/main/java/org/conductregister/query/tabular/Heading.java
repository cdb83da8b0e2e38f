package org.conductregister.query.tabular;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The heading of a table wherever it goes.
 *
 * @param file the name of a file without its ending: letters, digits and hyphens
 * @param title what is counted, and by what, in words
 * @param sentence the title, the population, both times and the version of the definitions, in one paragraph
 * @param address of the call of the API that gives the same table again, from its path on
 * @param notes what words and numbers in it mean, by name, in order
 */
public record Heading(String file, String title, String sentence, String address, Map<String, String> notes) {

    public Heading {
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }

    /** The same, with a further sentence behind the first, for what was done to the table. */
    public Heading with(String further) {
        return new Heading(file, title, sentence + " " + further, address, notes);
    }

    /** The address of the same call for the table in a format. */
    public String addressAs(TableFormat format) {
        return address + (address.contains("?") ? "&" : "?") + "format=" + format.word();
    }

    /** The lines that a file without sheets begins with. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(sentence);
        lines.add("Call: " + address);
        notes.forEach((name, note) -> lines.add(name + ": " + note));
        return lines;
    }
}

package org.conductregister.command.imports.mapping.kept;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.conductregister.command.imports.mapping.Mapping;
import org.conductregister.entries.FactJson;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.conductregister.web.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** The mappings that are kept, by name. Thread-safe. */
@Service
public class Mappings {

    private static final Logger LOG = LoggerFactory.getLogger(Mappings.class);

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");

    private final MappingTable table;
    private final ListedCodes codes;
    private final Clock clock;

    Mappings(MappingTable table, ListedCodes codes, Clock clock) {
        this.table = table;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Keeps a mapping, in the place of another of this name; durable on return.
     *
     * @throws org.conductregister.web.ProblemException where the name or the mapping is wrong, naming each fault
     */
    public Mapping put(String name, JsonNode json, String by) {
        if (!NAME.matcher(name).matches()) {
            var detail = "must be 1 to 64 letters, digits, blanks, '.', '_' or '-', and begin with a letter or digit";
            throw Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "MAPPING_NAME_INVALID",
                            "The name of a mapping " + detail + ".",
                            List.of(Item.ofParameter("name", detail)))
                    .exception();
        }
        var mapping = read(json);
        table.append(name, mapping.json().toString(), clock.instant(), by);
        return mapping;
    }

    /**
     * Reads a mapping.
     *
     * @throws org.conductregister.web.ProblemException where the mapping is wrong, naming each fault
     */
    public Mapping read(JsonNode json) {
        return MappingReader.read(json, codes);
    }

    /** The mapping of this name; empty where there is none. */
    public Optional<Mapping> of(String name) {
        return table.of(name).map(kept -> read(FactJson.mapper().readTree(kept.content())));
    }

    /** The mapping of this name. */
    public Mapping named(String name) {
        return of(name).orElseThrow(() -> unknown(name));
    }

    /** All mappings as they were sent, in order of their names. */
    public Map<String, JsonNode> all() {
        var all = new LinkedHashMap<String, JsonNode>();
        for (var kept : table.all()) {
            all.put(kept.name(), FactJson.mapper().readTree(kept.content()));
        }
        return all;
    }

    /** All mappings that can be used as the code lists are now. */
    public Map<String, Mapping> usable() {
        var usable = new LinkedHashMap<String, Mapping>();
        all().forEach((name, json) -> {
            try {
                usable.put(name, read(json));
            } catch (ProblemException e) {
                LOG.debug("The mapping {} cannot be used as the code lists are now: {}", name, e.getMessage());
            }
        });
        return usable;
    }

    /** Keeps it no more; imports that were sent with it stay as they are. */
    public void delete(String name, String by) {
        if (table.of(name).isEmpty()) {
            throw unknown(name);
        }
        table.append(name, null, clock.instant(), by);
    }

    /** The mapping of this name as it was sent. */
    public JsonNode json(String name) {
        return table.of(name)
                .map(kept -> FactJson.mapper().readTree(kept.content()))
                .orElseThrow(() -> unknown(name));
    }

    private static RuntimeException unknown(String name) {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "MAPPING_UNKNOWN",
                        "No mapping is kept under the name “%s”.".formatted(name))
                .exception();
    }
}

package org.conductregister.query.audit;

import java.util.List;
import org.conductregister.entries.FactType;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.web.accesslog.AccessedRecords;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log, searched. */
@Controller
class LogPage {

    private final LogReader log;
    private final Words words;

    LogPage(LogReader log, Words words) {
        this.log = log;
        this.words = words;
    }

    @GetMapping("/audit")
    String search(Parameters parameters, @RequestParam MultiValueMap<String, String> typed, Model page) {
        var search = LogSearch.read(parameters);
        page.addAttribute("faults", ReadFaults.of(parameters));
        page.addAttribute("typed", typed.toSingleValueMap());
        page.addAttribute("types", types());
        if (parameters.faults().isEmpty()) {
            var found = log.find(search);
            AccessedRecords.add(found.entries().stream()
                    .filter(entry -> !entry.withheld())
                    .map(LogEntry::record)
                    .toList());
            page.addAttribute("found", found);
            page.addAttribute("older", found.older() == 0 ? null : with(typed, "to", found.older()));
            page.addAttribute("latest", typed.containsKey("to") ? with(typed, "to", null) : null);
        }
        return "audit/log";
    }

    private List<Option> types() {
        return FactType.all().stream()
                .map(type -> new Option(type.name(), words.label(type.name())))
                .toList();
    }

    private static String with(MultiValueMap<String, String> typed, String name, @Nullable Object value) {
        var next = new LinkedMultiValueMap<>(typed);
        if (value == null) {
            next.remove(name);
        } else {
            next.set(name, value.toString());
        }
        return Addresses.of("/audit", next);
    }
}

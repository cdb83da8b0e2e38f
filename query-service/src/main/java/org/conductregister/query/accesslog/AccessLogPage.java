package org.conductregister.query.accesslog;

import java.util.List;
import java.util.Map;
import org.conductregister.query.accesslog.SeenLooks.Found;
import org.conductregister.query.pointintime.FieldFaults;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.web.accesslog.AccessLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of the access log, by person and by record, the latest first. */
@Controller
class AccessLogPage {

    private static final String PATH = "/audit/access";
    private static final String LINES = "/api/v1/access-log";
    private static final int A_PAGE = 50;

    private static final Map<String, String> FIELDS = Map.of(
            "record",
            "Record",
            "user",
            "User name",
            "action",
            "What was done",
            "from",
            "The first day",
            "to",
            "The last day");

    private final SeenLooks looks;
    private final AccessLog log;

    AccessLogPage(SeenLooks looks, AccessLog log) {
        this.looks = looks;
        this.log = log;
    }

    @GetMapping(PATH)
    String access(Parameters parameters, @RequestParam MultiValueMap<String, String> typed, Model page) {
        var asked = AskedLooks.read(parameters);
        long before = parameters.number("before", Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);
        var faults = FieldFaults.of(parameters, FIELDS);
        var found = faults.isEmpty() ? looks.latest(asked, before, A_PAGE) : new Found(List.of(), 0);
        page.addAttribute("faults", faults);
        page.addAttribute("typed", typed.toSingleValueMap());
        page.addAttribute("actions", LookRow.actions());
        page.addAttribute("looks", found.looks().stream().map(LookRow::of).toList());
        page.addAttribute("older", found.older() == 0 ? null : with(PATH, typed, String.valueOf(found.older())));
        page.addAttribute("latest", typed.containsKey("before") ? with(PATH, typed, null) : null);
        page.addAttribute("lines", with(LINES, typed, null));
        page.addAttribute("trouble", log.trouble());
        return "audit/access";
    }

    private static String with(String path, MultiValueMap<String, String> typed, @Nullable String before) {
        var next = new LinkedMultiValueMap<>(typed);
        next.remove("before");
        if (before != null) {
            next.set("before", before);
        }
        return UriComponentsBuilder.fromPath(path)
                .queryParams(next)
                .encode()
                .build()
                .toUriString();
    }
}

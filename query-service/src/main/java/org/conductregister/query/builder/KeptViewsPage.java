package org.conductregister.query.builder;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.conductregister.web.Problem;
import org.conductregister.web.pages.FormFaults;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The views that were kept, each with an address of its own to share. */
@Controller
class KeptViewsPage {

    static final String PATH = "/statistics/views";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 8_000;

    private final KeptViews views;
    private final VisibleViews visible;

    KeptViewsPage(KeptViews views, VisibleViews visible) {
        this.views = views;
        this.visible = visible;
    }

    @GetMapping(PATH)
    String all(@RequestParam(defaultValue = "") String kept, Model model) {
        model.addAttribute("kept", kept);
        return shown(model, FormFaults.none(), "", "");
    }

    private String shown(Model model, FormFaults faults, String name, String address) {
        model.addAttribute("views", visible.all());
        model.addAttribute("faults", faults);
        model.addAttribute("name", name);
        model.addAttribute("address", address);
        return "builder/views";
    }

    /** Leads to the view as it is kept now. */
    @GetMapping(PATH + "/{name}")
    String open(@PathVariable String name) {
        return "redirect:"
                + visible.of(name)
                        .orElseThrow(() -> Problem.of(
                                        HttpStatus.NOT_FOUND,
                                        "VIEW_UNKNOWN",
                                        "No view is kept under the name %s.".formatted(name))
                                .exception())
                        .address();
    }

    @PostMapping(PATH)
    String keep(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String address,
            Principal by,
            Model model) {
        var faults = FormFaults.none();
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME || stripped.contains("/")) {
            faults.add("name", "Enter a name of 1 to %d characters, without /".formatted(LONGEST_NAME));
        }
        // Only this page's own addresses: a kept one must never lead elsewhere
        if (!address.startsWith(TableBuilderPage.PATH + "?") || address.length() > LONGEST_ADDRESS) {
            faults.add("address", "Only a table that is shown can be kept");
        }
        if (!faults.all().isEmpty()) {
            model.addAttribute("kept", "");
            return shown(model, faults, name, address);
        }
        views.keep(stripped, address, by.getName());
        return "redirect:" + PATH + "?kept=" + UriUtils.encode(stripped, StandardCharsets.UTF_8);
    }

    @PostMapping(PATH + "/{name}/remove")
    String remove(@PathVariable String name, Principal by) {
        views.keep(name, null, by.getName());
        return "redirect:" + PATH;
    }
}

package org.conductregister.query.operations;

import java.util.List;
import org.conductregister.platform.Provenance;
import org.conductregister.web.pages.FormFaults;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which administrators and auditors see the views and operate them. */
@Controller
@RequestMapping("/operations")
class OperationsPages {

    /** The most dead letters on one page: the first are those that others wait for. */
    private static final int SHOWN = 200;

    private final ProjectionOperations operator;

    OperationsPages(ProjectionOperations operator) {
        this.operator = operator;
    }

    @GetMapping
    String all(@RequestParam(name = "rebuilding", defaultValue = "") String rebuilding, Model page) {
        page.addAttribute("rebuilding", rebuilding);
        return show(page, "operations/projections");
    }

    /** The part of the page that changes by itself. */
    @GetMapping("/projections")
    String moving(Model page) {
        return show(page, "operations/projections :: moving");
    }

    private String show(Model page, String template) {
        List<ProjectionRow> projections =
                operator.all().stream().map(ProjectionRow::of).toList();
        page.addAttribute("projections", projections);
        page.addAttribute(
                "head",
                projections.isEmpty() ? 0 : projections.getFirst().status().head());
        page.addAttribute("isMoving", projections.stream().anyMatch(ProjectionRow::isMoving));
        return template;
    }

    @PostMapping("/{name}/rebuild")
    String rebuild(@PathVariable String name, Provenance caller) {
        operator.rebuild(name, caller);
        return "redirect:/operations?rebuilding=" + name;
    }

    @GetMapping("/{name}/dead-letters")
    String deadLetters(@PathVariable String name, @RequestParam(defaultValue = "") String done, Model page) {
        page.addAttribute("done", done);
        return letters(name, "", "", FormFaults.none(), page);
    }

    private String letters(String name, String discarding, String reason, FormFaults faults, Model page) {
        var all = operator.deadLetters(name);
        var letters = all.seen();
        page.addAttribute("name", name);
        page.addAttribute("letters", letters.stream().limit(SHOWN).toList());
        page.addAttribute("total", letters.size());
        page.addAttribute("withheld", all.withheld());
        page.addAttribute("discarding", discarding);
        page.addAttribute("reason", reason);
        page.addAttribute("faults", faults);
        return "operations/dead-letters";
    }

    @PostMapping("/{name}/dead-letters/retry")
    String retry(@PathVariable String name, Provenance caller) {
        operator.retry(name, caller);
        return "redirect:/operations/{name}/dead-letters?done=retried";
    }

    @PostMapping("/{name}/dead-letters/{id}/discard")
    String discard(
            @PathVariable String name,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Provenance caller,
            Model page) {
        if (reason.isBlank()) {
            var field = "reason-" + id;
            return letters(name, id, reason, FormFaults.none().add(field, "Say why the entry may be left out"), page);
        }
        operator.discard(name, id, reason, caller);
        return "redirect:/operations/{name}/dead-letters?done=discarded";
    }
}

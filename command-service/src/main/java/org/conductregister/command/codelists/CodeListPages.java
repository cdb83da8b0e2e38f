package org.conductregister.command.codelists;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.codelists.Code;
import org.conductregister.platform.codelists.KnownCodes;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.pages.FormFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which administrators look at the code lists, add to them and relabel what is on them. */
@Controller
@RequestMapping("/code-lists")
class CodeListPages {

    private static final Map<CodeList, String> PURPOSES = Map.of(
            CodeList.FORCES, "The forces that cases, officers and recommendations belong to",
            CodeList.CATEGORIES, "What an allegation is of",
            CodeList.FINDINGS, "How a force words what it found when it closes an allegation",
            CodeList.THEMES, "What a recommendation is about",
            CodeList.GENDERS, "The gender of an officer, as they have stated it",
            CodeList.ETHNICITIES, "The ethnic group of an officer, as they have stated it",
            CodeList.TAGS, "What cases and allegations are tagged with, beside what is alleged");

    private final KnownCodes known;

    CodeListPages(KnownCodes known) {
        this.known = known;
    }

    /** One list among all of them. */
    record Summary(String path, String purpose, int codes) {}

    @GetMapping
    String all(Model page) {
        page.addAttribute(
                "lists",
                Arrays.stream(CodeList.values())
                        .map(list -> new Summary(
                                list.path(),
                                requireNonNull(PURPOSES.get(list), "each list has a purpose"),
                                known.codes(list).size()))
                        .toList());
        return "code-lists/all";
    }

    @GetMapping("/{path}")
    String one(@PathVariable String path, @RequestParam(defaultValue = "") String saved, Model page) {
        var list = named(path);
        page.addAttribute("saved", codeOf(list, saved));
        return list(list, new Code("", "", false), FormFaults.none(), page);
    }

    @PostMapping("/{path}")
    String add(
            @PathVariable String path,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "false") boolean upheld,
            Provenance by,
            Model page) {
        var list = named(path);
        var faults = FormFaults.none();
        var typed = TypedCode.read(code, label, list.saysUpheld() ? upheld : null, faults);
        if (typed != null && codeOf(list, typed.code()) != null) {
            faults.add("code", typed.code() + " is on the list already; you can change its label below");
        }
        if (typed == null || !faults.isEmpty()) {
            return list(list, new Code(code, label, upheld), faults, page);
        }
        known.put(list, List.of(typed), by.recordedBy());
        return "redirect:/code-lists/" + path + "?saved=" + typed.code();
    }

    private String list(CodeList list, Code typed, FormFaults faults, Model page) {
        page.addAttribute("title", title(list, faults));
        page.addAttribute("path", list.path());
        page.addAttribute("purpose", PURPOSES.get(list));
        page.addAttribute("codes", known.codes(list));
        page.addAttribute("typed", typed);
        page.addAttribute("saysUpheld", list.saysUpheld());
        page.addAttribute("faults", faults);
        return "code-lists/list";
    }

    @GetMapping("/{path}/{code}")
    String code(@PathVariable String path, @PathVariable String code, Model page) {
        var there = there(named(path), code);
        return label(path, there, there, FormFaults.none(), page);
    }

    @PostMapping("/{path}/{code}")
    String relabel(
            @PathVariable String path,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "false") boolean upheld,
            Provenance by,
            Model page) {
        var list = named(path);
        var there = there(list, code);
        var faults = FormFaults.none();
        var typed = TypedCode.read(there.code(), label, list.saysUpheld() ? upheld : null, faults);
        if (typed == null) {
            return label(path, there, new Code(there.code(), label, upheld), faults, page);
        }
        known.put(list, List.of(typed), by.recordedBy());
        return "redirect:/code-lists/" + path + "?saved=" + there.code();
    }

    private static String label(String path, Code there, Code typed, FormFaults faults, Model page) {
        page.addAttribute("path", path);
        page.addAttribute("code", there);
        page.addAttribute("typed", typed);
        page.addAttribute("saysUpheld", named(path).saysUpheld());
        page.addAttribute("faults", faults);
        return "code-lists/label";
    }

    private Code there(CodeList list, String code) {
        var there = codeOf(list, code);
        if (there == null) {
            throw CommonProblems.PATH_UNKNOWN.exception();
        }
        return there;
    }

    private @Nullable Code codeOf(CodeList list, String code) {
        return known.codes(list).stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static String title(CodeList list, FormFaults faults) {
        var name = Character.toUpperCase(list.path().charAt(0)) + list.path().substring(1);
        return faults.isEmpty() ? name : "Error: " + name;
    }

    private static CodeList named(String path) {
        return Arrays.stream(CodeList.values())
                .filter(list -> list.path().equals(path))
                .findFirst()
                .orElseThrow(CommonProblems.PATH_UNKNOWN::exception);
    }
}

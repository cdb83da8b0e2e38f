package org.conductregister.command.datedlists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.platform.datedlists.Headcount;
import org.conductregister.platform.datedlists.Headcounts;
import org.conductregister.terms.Workforce;
import org.conductregister.web.pages.DayField;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page on which administrators look at the headcounts of forces and state them. */
@Controller
@RequestMapping(HeadcountPages.ADDRESS)
class HeadcountPages extends DatedListPages<Headcount> {

    static final String ADDRESS = "/code-lists/headcounts";

    private final Headcounts headcounts;
    private final ListedCodes lists;
    private final Words words;

    HeadcountPages(Headcounts headcounts, ListedCodes lists, Words words) {
        super(ADDRESS);
        this.headcounts = headcounts;
        this.lists = lists;
        this.words = words;
    }

    @Override
    @Nullable
    Headcount read(MultiValueMap<String, String> form, FormFaults faults) {
        var force = form.getFirst("force");
        if (force == null || !lists.knows(CodeList.FORCES, force)) {
            faults.add("force", "Choose a force");
        }
        var workforce = Arrays.stream(Workforce.values())
                .filter(each -> each.name().equals(form.getFirst("workforce")))
                .findFirst()
                .orElse(null);
        if (workforce == null) {
            faults.add("workforce", "Choose a workforce");
        }
        var asAt = DayField.sent("asAt", form).read("The day of the headcount", true, faults);
        var people = people(form.getFirst("people"), faults);
        return force == null || workforce == null || asAt == null || people == null || !faults.isEmpty()
                ? null
                : new Headcount(force, workforce, asAt, people);
    }

    private static @Nullable Integer people(@Nullable String text, FormFaults faults) {
        var digits = text == null ? "" : text.strip().replace(",", "");
        if (digits.isEmpty()) {
            faults.add("people", "Enter how many people");
            return null;
        }
        try {
            int people = Integer.parseInt(digits);
            if (people >= 0 && people <= HeadcountsController.MOST) {
                return people;
            }
        } catch (NumberFormatException e) {
            // Said below, as of a number out of range
        }
        faults.add("people", "How many people must be a whole number, such as 3,512");
        return null;
    }

    @Override
    void put(List<Headcount> rows, String recordedBy) {
        headcounts.put(rows, recordedBy);
    }

    @Override
    String page(MultiValueMap<String, String> form, FormFaults faults, Model page) {
        var all = new ArrayList<>(headcounts.knownAt(Instant.MAX));
        all.sort(Comparator.comparing((Headcount each) -> words.force(each.force()))
                .thenComparing(Headcount::workforce)
                .thenComparing(Headcount::asAt, Comparator.reverseOrder()));
        var forces = lists.codes(CodeList.FORCES).stream()
                .map(code -> new Option(code.code(), code.label()))
                .sorted(Comparator.comparing(Option::text))
                .toList();
        var workforces = Arrays.stream(Workforce.values())
                .map(each -> new Option(each.name(), words.label(each)))
                .toList();
        page.addAttribute("headcounts", all);
        page.addAttribute("forces", forces);
        page.addAttribute("workforces", workforces);
        page.addAttribute("form", form.toSingleValueMap());
        page.addAttribute("asAt", DayField.sent("asAt", form));
        page.addAttribute("faults", faults);
        return "dated-lists/headcounts";
    }
}

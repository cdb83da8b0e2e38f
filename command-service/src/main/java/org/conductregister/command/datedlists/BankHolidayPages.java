package org.conductregister.command.datedlists;

import java.time.Instant;
import java.util.List;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.datedlists.BankHoliday;
import org.conductregister.platform.datedlists.BankHolidays;
import org.conductregister.terms.text.Label;
import org.conductregister.web.pages.DayField;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which administrators look at the bank holidays that they keep beside the calendar, and state some. */
@Controller
@RequestMapping("/code-lists/bank-holidays")
class BankHolidayPages {

    private static final List<Option> KINDS =
            List.of(new Option("true", "It is a bank holiday"), new Option("false", "It is no bank holiday after all"));

    private final BankHolidays holidays;

    BankHolidayPages(BankHolidays holidays) {
        this.holidays = holidays;
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "") String saved, Model page) {
        page.addAttribute("saved", !saved.isEmpty());
        return page(new LinkedMultiValueMap<>(), FormFaults.none(), page);
    }

    @PostMapping
    String add(@RequestParam MultiValueMap<String, String> form, Provenance by, Model page) {
        var faults = FormFaults.none();
        var holiday = read(form, faults);
        if (holiday == null) {
            return page(form, faults, page);
        }
        holidays.put(List.of(holiday), by.recordedBy());
        return "redirect:/code-lists/bank-holidays?saved=1";
    }

    private static @Nullable BankHoliday read(MultiValueMap<String, String> form, FormFaults faults) {
        var day = DayField.sent("holidayOn", form).read("The day of the bank holiday", true, faults);
        var name = form.getFirst("name");
        if (name == null || name.isBlank()) {
            faults.add("name", "Enter its name");
            return null;
        }
        try {
            name = new Label(name.strip()).value();
        } catch (IllegalArgumentException e) {
            faults.add("name", "The name " + e.getMessage());
        }
        var kind = form.getFirst("holiday");
        if (kind == null || KINDS.stream().noneMatch(option -> option.value().equals(kind))) {
            faults.add("holiday", "Choose whether it is a bank holiday");
            return null;
        }
        return day == null || !faults.isEmpty() ? null : new BankHoliday(day, name, Boolean.parseBoolean(kind));
    }

    private String page(MultiValueMap<String, String> form, FormFaults faults, Model page) {
        page.addAttribute("holidays", holidays.knownAt(Instant.MAX));
        page.addAttribute("kinds", KINDS);
        page.addAttribute("form", form.toSingleValueMap());
        page.addAttribute("day", DayField.sent("holidayOn", form));
        page.addAttribute("faults", faults);
        return "dated-lists/bank-holidays";
    }
}

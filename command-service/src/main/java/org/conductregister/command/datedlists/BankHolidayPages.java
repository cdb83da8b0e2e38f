package org.conductregister.command.datedlists;

import java.time.Instant;
import java.util.List;
import org.conductregister.platform.datedlists.BankHoliday;
import org.conductregister.platform.datedlists.BankHolidays;
import org.conductregister.terms.text.Label;
import org.conductregister.web.pages.DayField;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page on which administrators look at the bank holidays that they keep beside the calendar, and state some. */
@Controller
@RequestMapping(BankHolidayPages.ADDRESS)
class BankHolidayPages extends DatedListPages<BankHoliday> {

    static final String ADDRESS = "/code-lists/bank-holidays";

    private static final List<Option> KINDS =
            List.of(new Option("true", "It is a bank holiday"), new Option("false", "It is no bank holiday after all"));

    private final BankHolidays holidays;

    BankHolidayPages(BankHolidays holidays) {
        super(ADDRESS);
        this.holidays = holidays;
    }

    @Override
    @Nullable
    BankHoliday read(MultiValueMap<String, String> form, FormFaults faults) {
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

    @Override
    void put(List<BankHoliday> rows, String recordedBy) {
        holidays.put(rows, recordedBy);
    }

    @Override
    String page(MultiValueMap<String, String> form, FormFaults faults, Model page) {
        page.addAttribute("holidays", holidays.knownAt(Instant.MAX));
        page.addAttribute("kinds", KINDS);
        page.addAttribute("form", form.toSingleValueMap());
        page.addAttribute("day", DayField.sent("holidayOn", form));
        page.addAttribute("faults", faults);
        return "dated-lists/bank-holidays";
    }
}

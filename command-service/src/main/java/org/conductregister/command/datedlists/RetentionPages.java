package org.conductregister.command.datedlists;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.conductregister.platform.datedlists.RetentionRule;
import org.conductregister.platform.datedlists.RetentionRule.Outcome;
import org.conductregister.platform.datedlists.RetentionSchedule;
import org.conductregister.terms.CaseKind;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Option;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page on which administrators look at the schedule of retention and state it. */
@Controller
@RequestMapping(RetentionPages.ADDRESS)
class RetentionPages extends DatedListPages<RetentionRule> {

    static final String ADDRESS = "/code-lists/retention";

    private static final String LIMITED = "limited";

    private static final List<Option> LIMITS = List.of(
            new Option(LIMITED, "For some years after the case was closed"), new Option("unlimited", "Without limit"));

    private final RetentionSchedule schedule;
    private final Words words;

    RetentionPages(RetentionSchedule schedule, Words words) {
        super(ADDRESS);
        this.schedule = schedule;
        this.words = words;
    }

    @Override
    @Nullable
    RetentionRule read(MultiValueMap<String, String> form, FormFaults faults) {
        var kind = chosen(form, "kind", CaseKind.class, "Choose a kind of case", faults);
        var outcome = chosen(form, "outcome", Outcome.class, "Choose an outcome", faults);
        var limit = form.getFirst("limit");
        if (limit == null || LIMITS.stream().noneMatch(option -> option.value().equals(limit))) {
            faults.add("limit", "Choose for how long it is kept");
        }
        var years = LIMITED.equals(limit) ? years(form.getFirst("years"), faults) : null;
        return kind == null || outcome == null || !faults.isEmpty() ? null : new RetentionRule(kind, outcome, years);
    }

    private static <E extends Enum<E>> @Nullable E chosen(
            MultiValueMap<String, String> form, String name, Class<E> type, String fault, FormFaults faults) {
        var chosen = Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(form.getFirst(name)))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            faults.add(name, fault);
        }
        return chosen;
    }

    private static @Nullable Integer years(@Nullable String text, FormFaults faults) {
        try {
            int years = Integer.parseInt(text == null ? "" : text.strip());
            if (years >= 1 && years <= RetentionScheduleController.MOST) {
                return years;
            }
        } catch (NumberFormatException e) {
            // Said below, as of a number out of range
        }
        faults.add("years", "Years must be a whole number from 1 to " + RetentionScheduleController.MOST);
        return null;
    }

    private Option option(Enum<?> constant) {
        return new Option(constant.name(), words.label(constant));
    }

    @Override
    void put(List<RetentionRule> rows, String recordedBy) {
        schedule.put(rows, recordedBy);
    }

    @Override
    String page(MultiValueMap<String, String> form, FormFaults faults, Model page) {
        page.addAttribute("rules", schedule.knownAt(Instant.MAX));
        page.addAttribute(
                "kinds", Arrays.stream(CaseKind.values()).map(this::option).toList());
        page.addAttribute(
                "outcomes", Arrays.stream(Outcome.values()).map(this::option).toList());
        page.addAttribute("limits", LIMITS);
        page.addAttribute("form", form.toSingleValueMap());
        page.addAttribute("faults", faults);
        return "dated-lists/retention";
    }
}

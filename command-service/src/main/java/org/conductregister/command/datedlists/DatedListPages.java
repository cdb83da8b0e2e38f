package org.conductregister.command.datedlists;

import java.util.List;
import org.conductregister.platform.Provenance;
import org.conductregister.web.pages.FormFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page of a list whose rows are known from an instant on: shows what is known, and adds a row stated in its form.
 *
 * @param <T> a row
 */
abstract class DatedListPages<T> {

    private final String address;

    /** @param address of the page */
    DatedListPages(String address) {
        this.address = address;
    }

    @GetMapping
    String all(@RequestParam(defaultValue = "") String saved, Model page) {
        page.addAttribute("saved", !saved.isEmpty());
        return page(new LinkedMultiValueMap<>(), FormFaults.none(), page);
    }

    @PostMapping
    String add(@RequestParam MultiValueMap<String, String> form, Provenance by, Model page) {
        var faults = FormFaults.none();
        var row = read(form, faults);
        if (row == null) {
            return page(form, faults, page);
        }
        put(List.of(row), by.recordedBy());
        return "redirect:" + address + "?saved=1";
    }

    /** The row that a form states; null, and faults that say why, where it states none. */
    abstract @Nullable T read(MultiValueMap<String, String> form, FormFaults faults);

    /** Adds rows to the list, known from now on. */
    abstract void put(List<T> rows, String recordedBy);

    /** Returns the name of the template, once what it shows is in the model: the list, the form as sent, and its faults. */
    abstract String page(MultiValueMap<String, String> form, FormFaults faults, Model page);
}

package org.conductregister.command.forms;

import java.util.List;
import org.conductregister.command.forms.fields.FormField;
import org.conductregister.command.forms.fields.SentForm;
import org.conductregister.web.pages.FormFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form for one entry, as the page shows it.
 *
 * @param caption whose record it goes on
 * @param action the address it is sent to
 * @param back where to go instead
 * @param about what is to be corrected; null where the entry is not a correction
 */
public record EntryForm(
        String heading,
        String caption,
        String action,
        String back,
        String button,
        List<FormField> fields,
        SentForm sent,
        FormFaults faults,
        @Nullable Logged about) {

    /** An entry that was logged before, in words. */
    public record Logged(String what, String day, List<Line> lines) {

        /** The label and the value of one field. */
        public record Line(String label, String value) {}
    }

    EntryForm with(FormFaults wrong) {
        return new EntryForm(heading, caption, action, back, button, fields, sent, wrong, about);
    }

    ModelAndView page(HttpStatus status) {
        var page = new ModelAndView("forms/entry", status);
        page.addObject("form", this);
        page.addObject("title", faults.isEmpty() ? heading : "Error: " + heading);
        page.addObject("warnings", List.of());
        return page;
    }
}

package org.conductregister.command.forms;

import java.util.List;
import java.util.Optional;
import org.conductregister.command.consequences.KnownOfficers;
import org.conductregister.command.forms.fields.FormField;
import org.conductregister.command.forms.fields.FormField.Control;
import org.conductregister.command.forms.fields.SentForm;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.FormFaults.Link;
import org.springframework.stereotype.Component;

/** Asks about numbers of officers that nobody in the register has, before one is recorded: most are slips. */
@Component
public class OfficerNumbers {

    private final KnownOfficers officers;

    OfficerNumbers(KnownOfficers officers) {
        this.officers = officers;
    }

    /**
     * Returns a question at each field whose number nobody has, unless the form says that this very number is right. The form
     * then shows how to say so.
     */
    public FormFaults ask(List<FormField> fields, SentForm form) {
        var questions = FormFaults.none();
        for (var field : fields) {
            var typed = form.text(field.name());
            if (field.control() == Control.OFFICER && isUnheardOf(typed) && !isConfirmed(field, typed, form)) {
                form.set(field.name() + SentForm.ASKED, typed);
                questions.add(
                        field.name(),
                        field.target(),
                        "Nobody in the register has the number %s. Is it right?".formatted(typed),
                        List.of(new Link("Look “%s” up".formatted(typed), "/officers?q=" + typed)));
            }
        }
        return questions;
    }

    private static boolean isConfirmed(FormField field, String typed, SentForm form) {
        return form.text(field.name() + SentForm.CONFIRMED).equals(typed);
    }

    private boolean isUnheardOf(String typed) {
        return identified(typed).filter(number -> !officers.isKnown(number)).isPresent();
    }

    private static Optional<OfficerId> identified(String typed) {
        try {
            return Optional.of(new OfficerId(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package org.conductregister.command.forms.report;

import java.util.List;
import java.util.Map;
import org.conductregister.command.forms.EntryForm;
import org.conductregister.command.forms.fields.FormField;
import org.conductregister.command.forms.fields.SentForm;
import org.conductregister.web.pages.FormFaults;
import org.jspecify.annotations.Nullable;

/**
 * One step of reporting an allegation, as the page shows it.
 *
 * @param number of the step, from 1; 0 for the last, which asks nothing
 * @param previous the step to go back to; null on the first
 * @param kept what was answered in other steps: the page carries it along, and the service keeps nothing
 * @param answers to be checked; empty before the last step
 */
record Report(
        ReportStep step,
        int number,
        @Nullable ReportStep previous,
        String heading,
        String button,
        List<FormField> fields,
        SentForm sent,
        FormFaults faults,
        Map<String, List<String>> kept,
        List<Answered> answers) {

    /** The answers given in one step. */
    record Answered(ReportStep step, String heading, List<EntryForm.Logged.Line> lines) {}
}

package org.conductregister.command.erasure;

import java.util.function.BiFunction;
import org.conductregister.command.decisions.RefusedException;
import org.conductregister.entries.RecordId;
import org.conductregister.platform.Provenance;
import org.conductregister.terms.text.Grounds;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.pages.FormFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which administrators hold and erase the personal data of a case or an officer, whose number they must know. */
@Controller
class ErasurePages {

    private final Erasures erasures;

    ErasurePages(Erasures erasures) {
        this.erasures = erasures;
    }

    /** Shows the form in which the number of a record is asked for, or leads to the record. */
    @GetMapping("/personal-data")
    String find(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "") String number,
            Provenance by,
            Model page) {
        var faults = FormFaults.none();
        page.addAttribute("kind", "officers".equals(kind) ? "officers" : "cases");
        page.addAttribute("number", number);
        page.addAttribute("faults", faults);
        if (kind == null) {
            return "erasure/find";
        }
        var record = recordOf("officers".equals(kind) ? "officers" : "cases", number.strip(), by, faults);
        return record == null ? "erasure/find" : "redirect:" + pathOf(record);
    }

    private @Nullable RecordId recordOf(String kind, String number, Provenance by, FormFaults faults) {
        if (number.isEmpty()) {
            faults.add("number", "Enter the number");
            return null;
        }
        try {
            var record = Erasures.record(kind, number);
            erasures.preview(record, by);
            return record;
        } catch (IllegalArgumentException e) {
            faults.add("number", "The number " + e.getMessage());
        } catch (RecordUnknownException e) {
            faults.add("number", e.getMessage() + " Check the number");
        }
        return null;
    }

    private static String pathOf(RecordId record) {
        return "/%ss/%s/erasure".formatted(record.kind().word(), record.id());
    }

    @GetMapping("/{kind:cases|officers}/{id}/erasure")
    String show(@PathVariable String kind, @PathVariable String id, Provenance by, Model page) {
        return page(named(kind, id), "", by, FormFaults.none(), page);
    }

    /** @param what is to be done: erase, hold or release */
    @PostMapping("/{kind:cases|officers}/{id}/erasure")
    String act(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String reason,
            Provenance by,
            Model page) {
        var record = named(kind, id);
        var faults = FormFaults.none();
        var grounds = grounds(reason, faults);
        if (grounds != null) {
            tried(what, record, grounds, by, faults);
        }
        return faults.isEmpty() ? "redirect:" + pathOf(record) : page(record, reason, by, faults, page);
    }

    private void tried(String what, RecordId record, Grounds reason, Provenance by, FormFaults faults) {
        BiFunction<RecordId, Grounds, ?> action = switch (what) {
            case "erase" -> (of, why) -> erasures.erase(of, why, by);
            case "hold" -> (of, why) -> erasures.hold(of, why, by);
            case "release" -> (of, why) -> erasures.release(of, why, by);
            default -> null;
        };
        if (action == null) {
            faults.add("reason", "Choose what is to be done");
            return;
        }
        try {
            var unused = action.apply(record, reason);
        } catch (RefusedException e) {
            faults.add("reason", e.refusal().sentence());
        } catch (ErasureRefusedException e) {
            e.standing().forEach(standing -> faults.add("reason", standing.detail()));
        } catch (ImportRemains.ImportRunsException e) {
            faults.add("reason", String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Grounds grounds(String reason, FormFaults faults) {
        if (reason.isBlank()) {
            faults.add("reason", "Enter the reason");
            return null;
        }
        try {
            return new Grounds(reason.strip());
        } catch (IllegalArgumentException e) {
            faults.add("reason", "The reason " + e.getMessage());
            return null;
        }
    }

    private static RecordId named(String kind, String id) {
        try {
            return Erasures.record(kind, id);
        } catch (IllegalArgumentException e) {
            throw CommonProblems.PATH_UNKNOWN.exception();
        }
    }

    private String page(RecordId record, String reason, Provenance by, FormFaults faults, Model page) {
        try {
            page.addAttribute("preview", erasures.preview(record, by));
        } catch (RecordUnknownException e) {
            throw CommonProblems.PATH_UNKNOWN.exception();
        }
        page.addAttribute("record", record);
        page.addAttribute("path", pathOf(record));
        page.addAttribute("reason", reason);
        page.addAttribute("faults", faults);
        return "erasure/record";
    }
}

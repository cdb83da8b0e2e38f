package org.conductregister.query.integrity;

import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.sight.WithheldCases;
import org.conductregister.web.ProblemException;
import org.conductregister.web.pages.FormFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The auditors' page about the proof of the log: its state, a proof to take away, and a check of a checkpoint noted earlier. */
@Controller
@RequestMapping("/audit/integrity")
class IntegrityPage {

    private final Sealing sealing;
    private final Proofs proofs;
    private final EntryProofs entries;
    private final IntegrityStates states;
    private final WithheldCases withheld;

    IntegrityPage(Sealing sealing, Proofs proofs, EntryProofs entries, IntegrityStates states, WithheldCases withheld) {
        this.sealing = sealing;
        this.proofs = proofs;
        this.entries = entries;
        this.states = states;
        this.withheld = withheld;
    }

    @GetMapping
    String show(Parameters parameters, @RequestParam(defaultValue = "") String checkpoint, Model page) {
        var faults = FormFaults.none();
        if (parameters.text("checkpoint") != null) {
            try {
                page.addAttribute("check", proofs.check(checkpoint));
            } catch (ProblemException e) {
                faults.add("checkpoint", e.problem().detail());
            }
        }
        return show(page, faults, checkpoint, "");
    }

    private String show(Model page, FormFaults faults, String checkpoint, String position) {
        IntegrityAnswers.State state = null;
        String refusal = null;
        try {
            state = states.now();
            page.addAttribute("note", sealing.headFor(0).note().toString());
        } catch (ProblemException e) {
            refusal = e.problem().detail();
        }
        page.addAttribute("state", state);
        page.addAttribute("refusal", refusal);
        page.addAttribute("faults", faults);
        page.addAttribute("noted", checkpoint);
        page.addAttribute("position", position);
        return "audit/integrity";
    }

    /** The proof of an entry as a file; the page again where there is none. */
    @GetMapping("/proof")
    Object proof(Parameters parameters, @RequestParam(defaultValue = "") String position, Model page) {
        Long number = number(position);
        if (number == null) {
            return show(
                    page,
                    FormFaults.none().add("position", "Enter the position of an entry, a whole number from 1 on"),
                    "",
                    position);
        }
        try {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename("entry-%d-proof.json".formatted(number))
                                    .build()
                                    .toString())
                    .body(entries.of(number, withheld.fromReader()));
        } catch (ProblemException e) {
            return show(page, FormFaults.none().add("position", e.problem().detail()), "", position);
        }
    }

    private static @Nullable Long number(String text) {
        try {
            long number = Long.parseLong(text.strip());
            return number < 1 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

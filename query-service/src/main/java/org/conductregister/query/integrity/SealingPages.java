package org.conductregister.query.integrity;

import org.conductregister.platform.Provenance;
import org.conductregister.web.ProblemException;
import org.conductregister.web.pages.FormFaults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrators' page about sealing, on which they accept a log that contradicts its checkpoints. */
@Controller
@RequestMapping("/operations/integrity")
class SealingPages {

    private static final Logger log = LoggerFactory.getLogger(SealingPages.class);

    private final Sealing sealing;
    private final IntegrityStates states;

    SealingPages(Sealing sealing, IntegrityStates states) {
        this.sealing = sealing;
        this.states = states;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String done, Model page) {
        page.addAttribute("done", done);
        return show(page, FormFaults.none(), "");
    }

    private String show(Model page, FormFaults faults, String reason) {
        IntegrityAnswers.State state = null;
        String refusal = null;
        try {
            state = states.now();
        } catch (ProblemException e) {
            refusal = e.problem().detail();
        }
        page.addAttribute("state", state);
        page.addAttribute("refusal", refusal);
        page.addAttribute("faults", faults);
        page.addAttribute("reason", reason);
        return "operations/integrity";
    }

    @PostMapping
    String accept(@RequestParam(defaultValue = "") String reason, Provenance caller, Model page) {
        if (reason.isBlank()) {
            page.addAttribute("done", "");
            return show(page, FormFaults.none().add("reason", "Say why this log is the one to go on with"), reason);
        }
        var sealer = sealing.required();
        if (sealer.state().contradiction() != null) {
            sealer.accept(caller.recordedBy(), reason.strip());
            log.warn("A log that contradicts its heads is gone on with, as {} says", caller.recordedBy());
        }
        return "redirect:/operations/integrity?done=accepted";
    }
}

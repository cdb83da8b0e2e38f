package org.conductregister.query.help;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Explains the words of the register. Other pages lead to its parts: {@code /help#pending}. */
@Controller
class HelpPage {

    @GetMapping("/help")
    String help() {
        return "help";
    }
}

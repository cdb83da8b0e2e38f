package org.conductregister.command.users;

import org.conductregister.platform.users.UserRefusedException;
import org.conductregister.platform.users.Users;
import org.conductregister.web.access.Visitor;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.sessions.Sessions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody's own account: who the register takes them for, and their password. */
@Controller
@RequestMapping("/account")
class AccountPage {

    private final Users users;
    private final Visitor visitor;
    private final Sessions sessions;

    AccountPage(Users users, Visitor visitor, Sessions sessions) {
        this.users = users;
        this.visitor = visitor;
        this.sessions = sessions;
    }

    @GetMapping
    String show(Model page) {
        return account(FormFaults.none(), page);
    }

    @PostMapping
    String change(
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again,
            Model page) {
        var faults = FormFaults.none();
        if (present.isEmpty()) {
            faults.add("present", "Enter your present password");
        }
        if (wanted.isEmpty()) {
            faults.add("wanted", "Enter a new password");
        } else if (!wanted.equals(again)) {
            faults.add("again", "Enter the new password here as above");
        }
        var person = visitor.person();
        if (faults.isEmpty() && person != null) {
            try {
                users.changePassword(person.id(), present, wanted);
                return "redirect:/sign-in?changed";
            } catch (UserRefusedException e) {
                faults.add(field(e), e.sentence());
            }
        }
        return account(faults, page);
    }

    /** Ends all sessions of whoever asks, this one too. */
    @PostMapping("/sign-out-everywhere")
    String signOutEverywhere() {
        var person = visitor.person();
        if (person != null) {
            sessions.endAllOf(person.id());
        }
        return "redirect:/sign-in?left";
    }

    private static String field(UserRefusedException refused) {
        return switch (refused.reason()) {
            case PASSWORD_UNFIT -> "wanted";
            case PASSWORD_WRONG, LAST_ADMINISTRATOR, USER_ID_TAKEN, USER_UNKNOWN, TRIAL_USER, USERS_KEPT_ELSEWHERE ->
                "present";
        };
    }

    private String account(FormFaults faults, Model page) {
        var person = visitor.person();
        page.addAttribute("person", person);
        page.addAttribute(
                "mayChange",
                person != null
                        && users.areKeptHere()
                        && users.find(person.id()).filter(user -> !user.trial()).isPresent());
        page.addAttribute("faults", faults);
        page.addAttribute("title", (faults.isEmpty() ? "" : "Error: ") + "My account");
        return "users/account";
    }
}

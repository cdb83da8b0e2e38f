package org.conductregister.command.users;

import java.util.List;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.codelists.KnownCodes;
import org.conductregister.platform.people.Role;
import org.conductregister.platform.users.User;
import org.conductregister.platform.users.UserRefusedException;
import org.conductregister.platform.users.Users;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Option;
import org.conductregister.web.sessions.Sessions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which administrators keep users. */
@Controller
@RequestMapping("/users")
class UserPages {

    private static final List<Option> ROLES = List.of(
            new Option(Role.HANDLER.name(), "Case handler", "Records facts and reads the cases of their forces"),
            new Option(Role.ANALYST.name(), "Analyst", "Counts, and sees no person and no case"),
            new Option(Role.AUDITOR.name(), "Auditor", "Reads everything, who looked at what too, and records nothing"),
            new Option(
                    Role.ADMIN.name(), "Administrator", "Keeps users and code lists, rebuilds views, reads no case"));

    private final Users users;
    private final KnownCodes codes;
    private final Sessions sessions;

    UserPages(Users users, KnownCodes codes, Sessions sessions) {
        this.users = users;
        this.codes = codes;
        this.sessions = sessions;
    }

    @GetMapping
    String all(
            @RequestParam(defaultValue = "") String saved,
            @RequestParam(defaultValue = "") String signedOut,
            Model page) {
        page.addAttribute("signedOut", users.find(signedOut).orElse(null));
        page.addAttribute("all", users.all());
        page.addAttribute("keptHere", users.areKeptHere());
        page.addAttribute("saved", users.find(saved).orElse(null));
        return "users/all";
    }

    @GetMapping("/new")
    String empty(Model page) {
        return form(UserForm.EMPTY, true, FormFaults.none(), page);
    }

    @PostMapping("/new")
    String add(@RequestParam MultiValueMap<String, String> sent, Provenance by, Model page) {
        var form = UserForm.sent(null, sent);
        var faults = FormFaults.none();
        if (users.find(form.id()).isPresent()) {
            faults.add("id", "There is a user " + form.id() + " already");
        }
        if (UserForm.text(sent, "password").isEmpty()) {
            faults.add("password", "Enter a password to begin with");
        }
        return put(form, sent, faults, true, by, page);
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, Model page) {
        return form(UserForm.of(kept(id)), false, FormFaults.none(), page);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, Provenance by, Model page) {
        kept(id);
        return put(UserForm.sent(id, sent), sent, FormFaults.none(), false, by, page);
    }

    /** Ends all sessions of a user, who may sign in again. */
    @PostMapping("/{id}/sign-out")
    String signOut(@PathVariable String id) {
        sessions.endAllOf(kept(id).id());
        return "redirect:/users?signedOut=" + id;
    }

    private User kept(String id) {
        return users.find(id).filter(user -> !user.trial()).orElseThrow(CommonProblems.PATH_UNKNOWN::exception);
    }

    private String put(
            UserForm form,
            MultiValueMap<String, String> sent,
            FormFaults faults,
            boolean isNew,
            Provenance by,
            Model page) {
        var password = sent.getFirst("password");
        var change = form.read(password == null ? "" : password, faults);
        if (change != null) {
            try {
                users.put(change, by.recordedBy());
                return "redirect:/users?saved=" + form.id();
            } catch (UserRefusedException e) {
                faults.add(field(e), e.sentence());
            }
        }
        return form(form, isNew, faults, page);
    }

    private static String field(UserRefusedException refused) {
        return switch (refused.reason()) {
            case PASSWORD_UNFIT, PASSWORD_WRONG -> "password";
            case LAST_ADMINISTRATOR -> "roles";
            case USER_ID_TAKEN, USER_UNKNOWN, TRIAL_USER, USERS_KEPT_ELSEWHERE -> "id";
        };
    }

    private String form(UserForm form, boolean isNew, FormFaults faults, Model page) {
        page.addAttribute("form", form);
        page.addAttribute("isNew", isNew);
        page.addAttribute("roleOptions", ROLES);
        page.addAttribute(
                "forceOptions",
                codes.codes(CodeList.FORCES).stream()
                        .map(code -> new Option(code.code(), code.label()))
                        .toList());
        page.addAttribute("faults", faults);
        page.addAttribute("title", (faults.isEmpty() ? "" : "Error: ") + (isNew ? "Add a user" : "Change a user"));
        return "users/one";
    }
}

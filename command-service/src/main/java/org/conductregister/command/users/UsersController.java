package org.conductregister.command.users;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.codelists.KnownCodes;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.users.UserRefusedException;
import org.conductregister.platform.users.Users;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.JsonBody;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.conductregister.web.access.Visitor;
import org.conductregister.web.documents.ApiTags;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows who somebody is, and lets administrators keep users. */
@RestController
class UsersController {

    private final Users users;
    private final KnownCodes codes;
    private final Visitor visitor;

    UsersController(Users users, KnownCodes codes, Visitor visitor) {
        this.users = users;
        this.codes = codes;
        this.visitor = visitor;
    }

    @Operation(
            operationId = "whoAmI",
            tags = ApiTags.USERS,
            summary = "Who I am",
            description = "The user who makes the call, with their roles and forces.")
    @GetMapping("/api/v1/users/me")
    UserAnswer me() {
        return UserAnswer.of(myself(), false);
    }

    private Person myself() {
        var person = visitor.person();
        if (person == null) {
            throw CommonProblems.UNAUTHENTICATED.exception();
        }
        return person;
    }

    @Operation(
            operationId = "changeMyPassword",
            tags = ApiTags.USERS,
            summary = "Change my password",
            description =
                    "Sets another password for the user who makes the call, in place of the present one. It has 12"
                            + " to 128 characters, of any kind, and is not easy to guess.")
    @PostMapping(path = "/api/v1/users/me/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    UserAnswer changePassword(@RequestBody byte[] json) {
        var sent = JsonBody.tree(json);
        var present = SentUser.field(sent, "present");
        var wanted = SentUser.field(sent, "wanted");
        if (present.isEmpty() || wanted.isEmpty() || sent.size() != 2) {
            throw Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "USER_INVALID",
                            "The body must be an object with the texts present and wanted.")
                    .exception();
        }
        return UserAnswer.of(users.changePassword(myself().id(), present.get(), wanted.get()));
    }

    @Operation(
            operationId = "listUsers",
            tags = ApiTags.USERS,
            summary = "All users",
            description = "All users, disabled ones too: first those to try the register with, then in order of their"
                    + " ids. Passwords are never shown.")
    @GetMapping("/api/v1/users")
    List<UserAnswer> all() {
        return users.all().stream().map(UserAnswer::of).toList();
    }

    @Operation(
            operationId = "getUser",
            tags = ApiTags.USERS,
            summary = "A user",
            description = "One user, without the password.")
    @GetMapping("/api/v1/users/{id}")
    UserAnswer one(@PathVariable String id) {
        return users.find(id).map(UserAnswer::of).orElseThrow(() -> unknown(id));
    }

    @Operation(
            operationId = "putUser",
            tags = ApiTags.USERS,
            summary = "Add or change a user",
            description =
                    "The user is then as sent: what is left out is not so, but for the password, which stays as it"
                            + " was. A user without a password cannot sign in.")
    @PutMapping(path = "/api/v1/users/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    UserAnswer put(@PathVariable String id, @RequestBody byte[] json, Provenance by) {
        return UserAnswer.of(users.put(SentUser.read(id, json, codes), by.recordedBy()));
    }

    @Operation(
            operationId = "disableUser",
            tags = ApiTags.USERS,
            summary = "Disable a user",
            description = "The user can no longer sign in. They stay listed, as what they recorded stays theirs; to let"
                    + " them in again, put them with disabled false.")
    @DeleteMapping("/api/v1/users/{id}")
    UserAnswer disable(@PathVariable String id, Provenance by) {
        return UserAnswer.of(users.disable(id, by.recordedBy()));
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(UserRefusedException e) {
        var code = e.reason().name();
        return switch (e.reason()) {
            case USERS_KEPT_ELSEWHERE, TRIAL_USER, USER_ID_TAKEN, LAST_ADMINISTRATOR ->
                Problem.of(HttpStatus.CONFLICT, code, e.sentence()).response();
            case USER_UNKNOWN ->
                Problem.of(HttpStatus.NOT_FOUND, code, e.sentence()).response();
            case PASSWORD_UNFIT, PASSWORD_WRONG ->
                Problem.of(
                                HttpStatus.BAD_REQUEST,
                                code,
                                "Nothing was changed: see the errors.",
                                List.of(Item.at(
                                        e.reason() == UserRefusedException.Reason.PASSWORD_WRONG
                                                ? "/present"
                                                : "/password",
                                        code,
                                        e.sentence())))
                        .response();
        };
    }

    private static RuntimeException unknown(String id) {
        return Problem.of(HttpStatus.NOT_FOUND, "USER_UNKNOWN", "There is no user %s.".formatted(id))
                .exception();
    }
}

package org.conductregister.command.users;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.conductregister.platform.people.Role;
import org.conductregister.platform.users.Users;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes the calls about users, where their signatures do not tell. */
@Component
final class UsersDocuments implements OpenApiCustomizer {

    private static final String ONE = "/api/v1/users/{id}";
    private static final Map<String, String> FIXED = Map.of(
            "USERS_KEPT_ELSEWHERE", "Users are kept by the organisation's sign-in.",
            "TRIAL_USER", "The users to try the register with stay as they are.",
            "LAST_ADMINISTRATOR", "Nobody could change users any more.");

    @Override
    public void customise(OpenAPI api) {
        DescribedCall.at(api, HttpMethod.GET, "/api/v1/users/me").answers(HttpStatus.OK, "The user.");
        DescribedCall.at(api, HttpMethod.GET, "/api/v1/users").answers(HttpStatus.OK, "The users.");
        DescribedCall.at(api, HttpMethod.POST, "/api/v1/users/me/password")
                .body(
                        "The password as it is, and as it is to be.",
                        Map.of(MediaType.APPLICATION_JSON_VALUE, passwords()))
                .answers(HttpStatus.OK, "The user, whose password is changed.")
                .refuses(
                        HttpStatus.BAD_REQUEST,
                        List.of("BODY_NOT_JSON", "USER_INVALID", "PASSWORD_WRONG", "PASSWORD_UNFIT"))
                .refuses(HttpStatus.CONFLICT, FIXED)
                .refuses(HttpStatus.NOT_FOUND, List.of("USER_UNKNOWN"))
                .refuses(HttpStatus.CONTENT_TOO_LARGE, List.of("BODY_TOO_LARGE"));
        at(api, HttpMethod.GET)
                .answers(HttpStatus.OK, "The user.")
                .refuses(HttpStatus.NOT_FOUND, List.of("USER_UNKNOWN"));
        at(api, HttpMethod.PUT)
                .body("The user.", Map.of(MediaType.APPLICATION_JSON_VALUE, user()))
                .answers(HttpStatus.OK, "The user as they are now.")
                .refuses(HttpStatus.BAD_REQUEST, List.of("BODY_NOT_JSON", "USER_INVALID", "PASSWORD_UNFIT"))
                .refuses(HttpStatus.CONFLICT, FIXED)
                .refuses(HttpStatus.CONFLICT, Map.of("USER_ID_TAKEN", "Another user has nearly this id."))
                .refuses(HttpStatus.CONTENT_TOO_LARGE, List.of("BODY_TOO_LARGE"));
        at(api, HttpMethod.DELETE)
                .answers(HttpStatus.OK, "The user, who is disabled.")
                .refuses(HttpStatus.NOT_FOUND, List.of("USER_UNKNOWN"))
                .refuses(HttpStatus.CONFLICT, FIXED);
    }

    private static DescribedCall at(OpenAPI api, HttpMethod method) {
        return DescribedCall.at(api, method, ONE)
                .parameter(
                        "id",
                        "By which the user signs in.",
                        new StringSchema().pattern("^" + Users.ID + "$").example("jane"));
    }

    private static Schema<?> passwords() {
        Schema<?> passwords = new ObjectSchema();
        passwords.addProperty("present", secret());
        passwords.addProperty("wanted", secret());
        passwords.setRequired(List.of("present", "wanted"));
        passwords.setAdditionalProperties(false);
        return passwords;
    }

    private static Schema<?> secret() {
        return new StringSchema().format("password").writeOnly(true);
    }

    private static Schema<?> user() {
        var role = new StringSchema();
        role.setEnum(Arrays.stream(Role.values()).map(Role::name).toList());
        Schema<?> user = new ObjectSchema();
        user.addProperty("id", new StringSchema().description("As in the address, where it is sent."));
        user.addProperty("name", new StringSchema().description("As others read it."));
        user.addProperty("roles", new ArraySchema().items(role).minItems(1));
        user.addProperty(
                "forces",
                new ArraySchema()
                        .items(new StringSchema())
                        .description("For which they handle cases; all where left out."));
        user.addProperty("officerId", new StringSchema().description("The officer they are."));
        user.addProperty("disabled", new BooleanSchema());
        user.addProperty(
                "password", secret().minLength(12).maxLength(128).description("Left out to leave it as it was."));
        user.setRequired(List.of("name", "roles"));
        user.setAdditionalProperties(false);
        return user;
    }
}

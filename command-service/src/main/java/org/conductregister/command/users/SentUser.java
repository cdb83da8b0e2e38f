package org.conductregister.command.users;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.codelists.KnownCodes;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.platform.users.UserChange;
import org.conductregister.platform.users.Users;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.PersonName;
import org.conductregister.web.JsonBody;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Reads a user that an administrator sends as JSON, and names what is wrong with each field. */
final class SentUser {

    private static final Set<String> FIELDS =
            Set.of("id", "name", "roles", "forces", "officerId", "disabled", "password");

    private final JsonNode json;
    private final KnownCodes codes;
    private final List<Item> faults = new ArrayList<>();

    private SentUser(JsonNode json, KnownCodes codes) {
        this.json = json;
        this.codes = codes;
    }

    /**
     * @param id as the address has it
     * @throws org.conductregister.web.ProblemException {@code USER_INVALID} where a field is wrong
     */
    static UserChange read(String id, byte[] body, KnownCodes codes) {
        var json = JsonBody.tree(body);
        if (!json.isObject()) {
            throw invalid(List.of(Item.at("", "USER_INVALID", "must be an object with name and roles")));
        }
        return new SentUser(json, codes).read(id);
    }

    private UserChange read(String id) {
        json.propertyNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> fault(name, "FIELD_UNKNOWN", "is not a field of a user"));
        if (!Users.ID.matcher(id).matches()) {
            fault("id", "FIELD_INVALID", "must be 1 to 64 letters, digits, '.', '_', '@' or '-'");
        }
        if (json.hasNonNull("id") && !json.get("id").asString("").equals(id)) {
            fault("id", "FIELD_INVALID", "must be the id of the address");
        }
        var name = text("name", text -> new PersonName(text).value());
        if (!json.hasNonNull("name")) {
            fault("name", "FIELD_MISSING", "is missing");
        }
        var roles = roles();
        var forces = forces();
        var officer = text("officerId", OfficerId::new);
        var password = text("password", Function.identity());
        var disabled = json.get("disabled");
        if (disabled != null && !disabled.isBoolean()) {
            fault("disabled", "FIELD_INVALID", "must be true or false");
        }
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
        var person = new Person(id, requireNonNull(name), roles, forces, officer);
        return new UserChange(person, disabled != null && disabled.booleanValue(), password);
    }

    private Set<Role> roles() {
        var roles = EnumSet.noneOf(Role.class);
        for (var word : words("roles")) {
            var role = Arrays.stream(Role.values())
                    .filter(each -> each.name().equals(word.text()))
                    .findFirst();
            role.ifPresentOrElse(
                    roles::add, () -> fault(word.at(), "FIELD_INVALID", "is none of " + List.of(Role.values())));
        }
        var sent = json.path("roles");
        if (sent.isMissingNode() || sent.isNull() || (sent.isArray() && sent.isEmpty())) {
            fault("roles", "FIELD_MISSING", "must name one role or more");
        }
        return roles;
    }

    private Set<ForceCode> forces() {
        var forces = new TreeSet<ForceCode>();
        for (var word : words("forces")) {
            var known = codes.codes(CodeList.FORCES).stream()
                    .filter(each -> each.code().equals(word.text()))
                    .findFirst();
            known.ifPresentOrElse(
                    code -> forces.add(new ForceCode(code.code())),
                    () -> fault(word.at(), "CODE_UNKNOWN", "is not on the list of forces"));
        }
        return forces;
    }

    /** One text of a list, and where it stands. */
    private record Word(String at, String text) {}

    private List<Word> words(String field) {
        var list = json.get(field);
        if (list == null || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            fault(field, "FIELD_INVALID", "must be a list");
            return List.of();
        }
        var words = new ArrayList<Word>();
        for (int i = 0; i < list.size(); i++) {
            words.add(new Word(field + "/" + i, list.get(i).asString("")));
        }
        return words;
    }

    private <T> @Nullable T text(String field, Function<String, T> type) {
        var value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        try {
            if (!value.isString()) {
                throw new IllegalArgumentException("must be a string");
            }
            return type.apply(value.stringValue());
        } catch (IllegalArgumentException e) {
            fault(field, "FIELD_INVALID", requireNonNullElse(e.getMessage(), "cannot be read"));
            return null;
        }
    }

    private void fault(String field, String code, String detail) {
        faults.add(Item.at("/" + field, code, detail));
    }

    private static RuntimeException invalid(List<Item> faults) {
        return Problem.of(HttpStatus.BAD_REQUEST, "USER_INVALID", "Nothing was changed: see the errors.", faults)
                .exception();
    }

    /** Reads one text of an object that has exactly these. */
    static Optional<String> field(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }
}

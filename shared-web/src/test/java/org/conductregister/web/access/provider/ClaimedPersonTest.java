package org.conductregister.web.access.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.web.access.provider.NoAccessException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedPersonTest {

    private static final Map<String, String> FORCES = Map.of("claims.forces", "forces", "claims.officer", "officer");
    private static final Map<String, Object> JANE = Map.of(
            "sub", "u-17",
            "name", "Jane Doe",
            "roles", List.of("HANDLER", "of-another-program"),
            "forces", List.of("KENT", "LANCASHIRE"),
            "officer", "KEN-O-17");

    @Test
    void aPersonIsReadFromTheClaimsConfigured() {
        var person = read(FORCES, JANE);

        assertThat(person.id()).isEqualTo("u-17");
        assertThat(person.name()).isEqualTo("Jane Doe");
        assertThat(person.roles()).containsExactly(Role.HANDLER);
        assertThat(person.forces()).containsExactly(new ForceCode("KENT"), new ForceCode("LANCASHIRE"));
        assertThat(person.officerId()).isEqualTo(new OfficerId("KEN-O-17"));
    }

    @Test
    void valuesMeanWhatTheSettingsSayAndNothingElse() {
        var settings = Map.of(
                "claims.id", "employee",
                "claims.name", "profile.shown",
                "claims.roles", "realm_access.roles",
                "claims.forces", "https://example.org/teams",
                "roles.handler", "psd,psd-south",
                "roles.auditor", "audit",
                "forces.KENT", "team-7");
        var person = read(
                settings,
                Map.of(
                        "employee", "E7",
                        "profile", Map.of("shown", "Jane Doe"),
                        "realm_access", Map.of("roles", List.of("psd-south", "HANDLER", "ADMIN")),
                        "https://example.org/teams", List.of("team-7", "team-8", "LANCASHIRE")));

        assertThat(person.id()).isEqualTo("E7");
        assertThat(person.name()).isEqualTo("Jane Doe");
        assertThat(person.roles()).containsExactly(Role.HANDLER);
        assertThat(person.forces()).containsExactly(new ForceCode("KENT"));
        assertThat(person.officerId()).isNull();
    }

    @Test
    void wordsWithBlanksBetweenAreAsGoodAsAList() {
        assertThat(read(FORCES, with("roles", "HANDLER  AUDITOR")).roles()).containsExactly(Role.HANDLER, Role.AUDITOR);
    }

    @Test
    void nobodyIsLimitedToForcesWhereNoClaimOfThemIsConfigured() {
        assertThat(read(Map.of(), JANE).forces()).isEmpty();
        assertThat(read(FORCES, with("forces", "*")).forces()).isEmpty();
    }

    @Test
    void aHandlerWhoseForcesCannotBeReadIsNotOneOfAllForces() {
        for (var forces : List.<Object>of(List.of(), "", "not a code!", 7, Map.of("KENT", true))) {
            refused(Reason.NO_FORCE, with("forces", forces));
        }
        refused(Reason.NO_FORCE, without("forces"));
        var auditor = new HashMap<>(without("forces"));
        auditor.put("roles", "AUDITOR");
        assertThat(read(FORCES, auditor).forces()).isEmpty();
    }

    @Test
    void whoHasNoKnownRoleIsRefused() {
        for (var roles : List.<Object>of(List.of(), "", "handler", List.of(7), Map.of("HANDLER", true))) {
            refused(Reason.NO_ROLE, with("roles", roles));
        }
        refused(Reason.NO_ROLE, without("roles"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "é"})
    void whoHasNoIdThatCanBeKeptIsRefused(String id) {
        refused(Reason.NO_IDENTITY, with("sub", id));
    }

    @Test
    void anIdIsNeitherLongerThanTheLogKeepsNorMissing() {
        assertThat(read(FORCES, with("sub", "x".repeat(255))).id()).hasSize(255);
        refused(Reason.NO_IDENTITY, with("sub", "x".repeat(256)));
        refused(Reason.NO_IDENTITY, without("sub"));
    }

    @Test
    void anOfficerWhoCannotBeToldIsRefusedForAConflictWouldNotBeSeen() {
        refused(Reason.OFFICER_UNREADABLE, with("officer", "KEN O 17"));
        assertThat(read(FORCES, with("officer", " ")).officerId()).isNull();
        assertThat(read(FORCES, with("officer", 17)).officerId()).isEqualTo(new OfficerId("17"));
    }

    @Test
    void whoHasNoNameIsCalledByTheirId() {
        assertThat(read(FORCES, without("name")).name()).isEqualTo("u-17");
        assertThat(read(FORCES, with("name", "Jane\u0000Doe")).name()).isEqualTo("u-17");
    }

    private static Map<String, Object> with(String claim, Object value) {
        var claims = new HashMap<>(JANE);
        claims.put(claim, value);
        return claims;
    }

    private static Map<String, Object> without(String claim) {
        var claims = new HashMap<>(JANE);
        claims.remove(claim);
        return claims;
    }

    private static Person read(Map<String, String> more, Map<String, Object> claims) {
        return new ClaimedPerson(Settings.with(more)).read(claims);
    }

    private static void refused(Reason reason, Map<String, Object> claims) {
        assertThatThrownBy(() -> read(FORCES, claims))
                .isInstanceOfSatisfying(
                        NoAccessException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}

package org.conductregister.command.imports.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.command.imports.profile.Question.Field;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RegisterTest
class ProfilesTest {

    private static final Question WHICH_SHEET =
            new Question(Field.SHEET, null, "Which one is it?", List.of("Cases", "Notes"), List.of());

    private final Profiles profiles;
    private final Caller handler;

    ProfilesTest(@Autowired Profiles profiles, @Autowired EventLog log, @LocalServerPort int port) {
        this.profiles = profiles;
        this.handler = new Caller(port, log).as("handler");
    }

    @Test
    void whatIsKeptIsAnswered() throws IOException {
        var importId = UUID.randomUUID();
        profiles.keep(importId, ProfileView.notOpened(List.of(WHICH_SHEET)));

        var answer = handler.get("/api/v1/imports/" + importId + "/profile").json();

        assertThat(answer.at("/columns").isArray()).isTrue();
        assertThat(answer.at("/questions/0/field").stringValue()).isEqualTo("sheet");
        assertThat(answer.at("/questions/0/options/1").stringValue()).isEqualTo("Notes");
        assertThat(profiles.of(importId)).contains(ProfileView.notOpened(List.of(WHICH_SHEET)));
    }

    @Test
    void whatIsNotKeptIsUnknown() {
        handler.refused()
                .get("/api/v1/imports/" + UUID.randomUUID() + "/profile")
                .isProblem(404, "PROFILE_UNKNOWN");
    }
}

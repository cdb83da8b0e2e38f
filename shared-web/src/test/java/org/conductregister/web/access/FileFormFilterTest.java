package org.conductregister.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import org.conductregister.web.sessions.SessionCookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Nobody has files written to disk who may not send one. */
@SpringBootTest(classes = PermissiveApplication.class, properties = "register.password=open sesame")
@AutoConfigureMockMvc
class FileFormFilterTest {

    @Autowired
    MockMvcTester http;

    @Test
    void nobodySendsAFileWithoutSigningIn() {
        assertThat(form("/imports")).hasStatus(403);
        assertThat(form("/sign-in")).hasStatus(403);
    }

    @Test
    void onlyCaseHandlersSendOneAndOnlyThere() {
        assertThat(form("/imports").cookie(signedIn("handler"))).hasStatusOk();
        assertThat(form("/imports").cookie(signedIn("admin"))).hasStatus(403);
        assertThat(form("/report").cookie(signedIn("handler"))).hasStatus(403);
    }

    @Test
    void aFileWithoutTheTokenOfItsFormIsRefused() {
        assertThat(http.post()
                        .uri("/imports")
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .cookie(signedIn("handler")))
                .hasStatus(403);
    }

    private MockMvcRequestBuilder form(String path) {
        return http.post().uri(path).contentType(MediaType.MULTIPART_FORM_DATA).with(csrf());
    }

    private Cookie signedIn(String user) {
        return http.post()
                .uri("/sign-in")
                .with(csrf())
                .param("username", user)
                .param("password", "open sesame")
                .exchange()
                .getResponse()
                .getCookie(SessionCookie.NAME);
    }
}

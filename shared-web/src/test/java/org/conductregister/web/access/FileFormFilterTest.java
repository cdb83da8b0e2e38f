package org.conductregister.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import org.conductregister.web.sessions.SessionCookie;
import org.conductregister.web.sessions.Sessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Nobody has files written to disk who may not send one. */
@SpringBootTest(classes = PermissiveApplication.class, properties = "register.password=open sesame")
@AutoConfigureMockMvc
class FileFormFilterTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    Sessions sessions;

    @Test
    void nobodySendsAFileWithoutSigningIn() {
        assertThat(form("/imports")).hasStatus(401);
        assertThat(form("/sign-in")).hasStatus(401);
    }

    @Test
    void whoseSessionHasEndedIsToldToChooseTheFileAgain() {
        var cookie = signedIn("handler");
        sessions.endAllOf("handler");

        assertThat(form("/imports").cookie(cookie).accept(MediaType.TEXT_HTML))
                .hasStatus(302)
                .hasHeader("Location", "/sign-in?unsent&ended=ENDED&to=%2Fimports");
        assertThat(http.get().uri("/sign-in?unsent&ended=ENDED&to=%2Fimports")).hasStatusOk();
    }

    /** The name of a file, and all else in its form, would be written to disk by whatever asks for a parameter. */
    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/cases/C1/entries, 415",
        "POST, /api/v1/imports, 415",
        "GET, /api/v1/cases, 400",
        "PUT, /api/v1/code-lists/forces, 415",
        "GET, /cases, 403",
        "GET, /imports, 403",
        "DELETE, /imports, 403",
        "POST, /import%73, 200"
    })
    void aFormWithAFileIsReadNowhereElseWhateverTheMethod(String method, String path, int status) {
        var request = http.method(HttpMethod.valueOf(method))
                .uri(URI.create(path))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .with(csrf())
                .cookie(signedIn("handler"));

        assertThat(request).hasStatus(status);
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

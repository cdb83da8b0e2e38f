package org.conductregister.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

class PrefixedMappingsTest {

    private final RequestMappingHandlerMapping plain = new RequestMappingHandlerMapping();
    private final RequestMappingHandlerMapping prefixed = new PrefixedMappings();

    @Controller
    static class Calls {

        @GetMapping("/api/v1/cases/{id}")
        void one() {}

        @PostMapping("/api/v1/cases/{id}/entries")
        void log() {}

        @GetMapping("/api/v1/cases")
        void all() {}

        @GetMapping({"/imports/**", "/files/{*path}"})
        void any() {}

        @GetMapping("/{kind:cases|officers}/{id}")
        void page() {}

        @GetMapping("/assets/*.css")
        void style() {}
    }

    @BeforeEach
    void register() {
        for (var mappings : List.of(plain, prefixed)) {
            var context = new StaticApplicationContext();
            context.registerSingleton("calls", Calls.class);
            context.refresh();
            mappings.setApplicationContext(context);
            mappings.afterPropertiesSet();
        }
    }

    @Test
    void everyPathFindsWhatItFindsByItself() throws Exception {
        for (var path : List.of(
                "/api/v1/cases",
                "/api/v1/cases/",
                "/api/v1/cases/C1",
                "/api/v1/c%61ses/C1",
                "/api/v1/c%61ses/C%2D1/entries",
                "/api/v1/cases/C1/entries",
                "/api/v1/cases/C1/entries/",
                "/api/v1/Cases/C1",
                "/api/v1/casesC1",
                "/api/v1/officers/C1/entries",
                "/imports",
                "/imports/",
                "/imports/a/b/c",
                "/importsA",
                "/files",
                "/files/a/b",
                "/cases/C1",
                "/officers/C1",
                "/others/C1",
                "/assets/a.css",
                "/assets/a.js",
                "/assets/.css",
                "/")) {
            for (var method : List.of("GET", "HEAD", "POST", "PUT")) {
                assertThat(found(prefixed, method, path))
                        .as("%s %s", method, path)
                        .isEqualTo(found(plain, method, path));
            }
        }
        assertThat(found(prefixed, "POST", "/api/v1/cases/C1/entries")).contains("log", "{id=C1}");
        assertThat(found(prefixed, "GET", "/api/v1/c%61ses/C1")).contains("one", "{id=C1}");
        assertThat(found(prefixed, "PUT", "/api/v1/cases/C1/entries")).contains("not supported");
    }

    /** The method that answers, with the variables of the path, or the refusal. */
    private static String found(HandlerMapping mappings, String method, String path) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            var found = mappings.getHandler(request);
            return found == null
                    ? "none"
                    : ((HandlerMethod) found.getHandler()).getMethod().getName()
                            + Map.copyOf(
                                    (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE));
        } catch (Exception e) {
            return String.valueOf(e.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/cases/{id}/entries, /api/v1/cases",
        "/imports/**, /imports",
        "/assets/*.css, /assets",
        "/assets/a?.css, /assets",
        "'/{kind:cases|officers}/{id}', ''",
        "/sign-in, /sign-in",
        "/, /"
    })
    void aPrefixEndsBeforeTheFirstSegmentThatIsNotLiteral(String pattern, String prefix) {
        assertThat(PrefixedMappings.prefixOf(pattern)).isEqualTo(prefix);
    }
}

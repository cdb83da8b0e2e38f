package org.conductregister.web.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A path that nobody has said who may call keeps a service from starting. */
class AccessRulesCheckTest {

    @Test
    void aPathWithoutARowDoesNotStart() {
        assertThatThrownBy(() -> check(new WithPaths()))
                .hasMessageContaining("POST /api/v1/cases/{caseId}")
                .hasMessageContaining("GET /new-thing")
                .hasMessageContaining("POST /{record:cases|officers}/{id}/open")
                .hasMessageNotContaining("GET /api/v1/cases/{caseId}");
    }

    private static void check(Object controller) {
        var context = new StaticWebApplicationContext();
        context.getBeanFactory().registerSingleton("controller", controller);
        context.refresh();
        var mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("mapping", mapping);
        new AccessRulesCheck(AccessRules.rows(), beans.getBeanProvider(RequestMappingInfoHandlerMapping.class))
                .afterSingletonsInstantiated();
    }

    @Controller
    static final class WithPaths {

        @GetMapping("/api/v1/cases/{caseId}")
        String known() {
            return "";
        }

        @PostMapping("/api/v1/cases/{caseId}")
        String anotherMethod() {
            return "";
        }

        @GetMapping("/new-thing")
        String unheardOf() {
            return "";
        }

        @PostMapping("/{record:cases|officers}/{id}/open")
        String ofSomeWords() {
            return "";
        }
    }
}

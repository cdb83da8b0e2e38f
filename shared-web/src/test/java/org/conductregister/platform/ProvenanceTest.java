package org.conductregister.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.SimpleEventBus;
import org.conductregister.claims.OfficerAliases;
import org.conductregister.keys.DataKeys;
import org.conductregister.keys.TestKeys;
import org.conductregister.platform.people.Sights;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest
@AutoConfigureMockMvc
class ProvenanceTest {

    @Autowired
    MockMvcTester http;

    @Test
    void anEventSaysWhoRecordedItInWhichCall() {
        assertThat(http.post()
                        .uri("/api/v1/cases/LAN-1/entries")
                        .with(httpBasic("handler", "open sesame"))
                        .header("X-Correlation-Id", "call-1"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"recordedBy\": \"handler\", \"correlationId\": \"call-1\"}");
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = EventLogAutoConfiguration.class,
            excludeName = "org.conductregister.platform.keys.KeysAutoConfiguration")
    @Import(Logging.class)
    static class Application {

        @Bean
        Sights sights(DataSource dataSource) {
            return new Sights(new OfficerAliases(dataSource), id -> Optional.empty());
        }

        @Bean
        DataKeys keys() {
            return TestKeys.keys();
        }

        @Bean
        EventBus eventBus() {
            return SimpleEventBus.builder().build();
        }
    }

    /** Sends a command whose handler publishes an event, and answers with the metadata of that event. */
    @RestController
    static class Logging {

        private final CommandBus commands;
        private Map<String, ?> published = Map.of();

        Logging(CommandBus commands, EventBus events) {
            this.commands = commands;
            commands.subscribe(String.class.getName(), command -> {
                events.publish(GenericEventMessage.<Object>asEventMessage("logged"));
                return null;
            });
            events.subscribe(messages -> published = metaDataOf(messages.getFirst()));
        }

        private static Map<String, ?> metaDataOf(EventMessage<?> event) {
            return event.getMetaData();
        }

        @PostMapping("/api/v1/cases/LAN-1/entries")
        Map<String, ?> log(Provenance provenance) {
            commands.dispatch(GenericCommandMessage.asCommandMessage("log").withMetaData(provenance.metaData()));
            return published;
        }
    }
}

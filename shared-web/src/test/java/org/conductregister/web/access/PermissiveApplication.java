package org.conductregister.web.access;

import org.conductregister.platform.users.QuickPasswords;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind the table of who may call what, an application that answers every call: what is refused, the table refused. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({PermissiveApplication.Answer.class, QuickPasswords.class})
public class PermissiveApplication {

    @RestController
    static class Answer {

        @RequestMapping("/**")
        String reached() {
            return "reached";
        }
    }
}

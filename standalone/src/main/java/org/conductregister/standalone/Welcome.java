package org.conductregister.standalone;

import org.conductregister.platform.users.Users;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/** Says where the register is and how to sign in, on the terminal alone: a log is kept, and may be sent elsewhere. */
@Component
class Welcome {

    private final DataDirectory directory;
    private final ConfigurableEnvironment environment;
    private final Users users;

    Welcome(DataDirectory directory, ConfigurableEnvironment environment, Users users) {
        this.users = users;
        this.directory = directory;
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext server
                && server.getWebServer() != null) {
            System.out.printf(
                    "%n  The Conduct Register is ready at http://localhost:%d%n  %s%n%n",
                    server.getWebServer().getPort(), whoMaySignIn());
        }
    }

    private String whoMaySignIn() {
        if (users.hasTrialUsers()) {
            return "Sign in as handler, auditor, analyst or admin with the password " + password();
        }
        return users.hasAdministrator()
                ? "Sign in as one of its users"
                : "It has no administrator yet. Stop it, and run: java -jar conduct-register.jar administrator NAME";
    }

    /** Where it is: what is printed ends up in logs, which more people read than may sign in. */
    private String password() {
        return DataDirectoryInitializer.madePassword(environment) ? "in " + directory.passwordFile() : "configured";
    }
}

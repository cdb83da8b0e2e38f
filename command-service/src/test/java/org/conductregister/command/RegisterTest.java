package org.conductregister.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * Against the service as it runs, on an event file of its own. All such tests share one: each logs on records that no other
 * has, and none relies on a position.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = CommandService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"register.password=" + Caller.PASSWORD, "logging.level.org.conductregister=warn"})
@ContextConfiguration(initializers = TemporaryData.class)
public @interface RegisterTest {}

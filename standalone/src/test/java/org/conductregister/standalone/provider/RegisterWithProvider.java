package org.conductregister.standalone.provider;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.conductregister.standalone.ConductRegister;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;

/** A register in the test's own process that trusts a provider: which one, and where its data lies, is for the test to say. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ConductRegister.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "register.password=open sesame",
            "register.trial-users=false",
            "register.sample=false",
            "register.provider.address=http://localhost:8080"
        })
@DirtiesContext
@interface RegisterWithProvider {}

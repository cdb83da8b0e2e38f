package org.conductregister.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** Tests the query service as a whole, on stores in memory, one for all such tests. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {QueryService.class, TestStores.class},
        properties = {
            "spring.datasource.url=jdbc:sqlite:target/query-service-${random.uuid}.db",
            "register.password=open sesame"
        })
@AutoConfigureMockMvc
public @interface QueryServiceTest {}

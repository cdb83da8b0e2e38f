package org.conductregister.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Answers questions from views that are folded from the facts; writes none. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class QueryService {

    public static void main(String[] arguments) {
        SpringApplication.run(QueryService.class, arguments);
    }
}

package org.conductregister.standalone;

import java.io.IOException;
import org.conductregister.command.CommandService;
import org.conductregister.query.QueryService;
import org.conductregister.standalone.keys.RotationRun;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** The standalone edition: both services in one process, on embedded stores. */
@SpringBootApplication(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        exclude = {MongoAutoConfiguration.class, DataMongoAutoConfiguration.class})
@Import({CommandService.class, QueryService.class})
public class ConductRegister {

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (Installation.isAskedFor(arguments)) {
            System.exit(Installation.run(arguments));
        }
        if (LogCheckRun.isAskedFor(arguments)) {
            System.exit(LogCheckRun.run(arguments));
        }
        if (VerifyRun.isAskedFor(arguments)) {
            System.exit(VerifyRun.run(arguments));
        }
        if (PointsRun.isAskedFor(arguments)) {
            System.exit(PointsRun.run(arguments));
        }
        if (AdministratorRun.isAskedFor(arguments)) {
            System.exit(AdministratorRun.run(arguments));
        }
        if (RotationRun.isAskedFor(arguments)) {
            System.exit(RotationRun.run(arguments));
        }
        SpringApplication.run(ConductRegister.class, arguments);
    }
}

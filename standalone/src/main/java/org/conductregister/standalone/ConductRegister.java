package org.conductregister.standalone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Both services in one process, on embedded stores. */
@SpringBootApplication
public class ConductRegister {

    public static void main(String[] arguments) {
        SpringApplication.run(ConductRegister.class, arguments);
    }
}

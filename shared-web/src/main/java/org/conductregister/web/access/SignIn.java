package org.conductregister.web.access;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param password the one password of the four users */
@Validated
@ConfigurationProperties("register")
record SignIn(@NotBlank String password) {

    @Override
    public String toString() {
        return "SignIn[password hidden]";
    }
}

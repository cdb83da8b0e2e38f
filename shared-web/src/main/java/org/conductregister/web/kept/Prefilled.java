package org.conductregister.web.kept;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter of a controller that shows a form as the values to fill it in with: what was typed into it before the
 * session ended, else the request's parameters. Its type is {@code MultiValueMap<String, String>}.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Prefilled {}

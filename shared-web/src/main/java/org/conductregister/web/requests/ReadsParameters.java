package org.conductregister.web.requests;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the type of a controller's argument that is made of query parameters, and whose maker refuses those that it does
 * not know. A call without such an argument is held against its declared parameters by {@link UndeclaredParameters}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReadsParameters {}

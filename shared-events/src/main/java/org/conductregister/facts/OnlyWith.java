package org.conductregister.facts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an optional field that is stated only where another field of the same fact has one of some words. Asked of what is
 * sent, never of what is stored: facts recorded before a rule was asked for stay readable.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface OnlyWith {

    /** The name of the other field, which is required and a choice of words. */
    String field();

    /** The words of the other field with which this one may be stated. */
    String[] words();

    /** Whether this field must be stated with them. */
    boolean required() default false;
}

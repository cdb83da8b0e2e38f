package org.conductregister.facts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name that a kind of fact is stored under, and its revision: {@code case.closed.1}. For ever: a change of a fact's
 * fields takes the next revision and an upcaster from the one before. A field that is added and may be left out does not:
 * facts stored before are those that do not state it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {

    String value();
}

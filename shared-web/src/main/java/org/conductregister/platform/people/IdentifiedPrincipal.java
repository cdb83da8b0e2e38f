package org.conductregister.platform.people;

/** Who is signed in, whatever the way: the principal of every authentication of a user. */
public interface IdentifiedPrincipal {

    Person person();
}

package org.conductregister.platform.people;

import java.util.Optional;

/** Finds persons by their ids. Thread-safe. */
public interface PersonDirectory {

    /** Returns the person; empty where nobody here has the id, as of those whom an identity provider knows. */
    Optional<Person> person(String id);
}

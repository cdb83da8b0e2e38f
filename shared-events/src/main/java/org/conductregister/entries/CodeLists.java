package org.conductregister.entries;

/** Says whether a code is on a code list. */
@FunctionalInterface
public interface CodeLists {

    boolean knows(CodeList list, String code);
}

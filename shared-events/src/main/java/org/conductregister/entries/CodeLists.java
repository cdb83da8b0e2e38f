package org.conductregister.entries;

/** Knows which codes the register knows. */
@FunctionalInterface
public interface CodeLists {

    boolean knows(CodeList list, String code);
}

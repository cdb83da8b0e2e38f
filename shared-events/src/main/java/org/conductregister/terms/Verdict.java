package org.conductregister.terms;

/** The verdict of a criminal court. */
public enum Verdict {
    CONVICTED,
    ACQUITTED
}

package org.conductregister.entries;

/** The code lists that administrators extend. */
public enum CodeList {
    FORCES("forces"),
    CATEGORIES("categories"),
    FINDINGS("findings"),
    THEMES("themes"),
    GENDERS("genders"),
    ETHNICITIES("ethnicities"),
    /** The tags that pages offer; an entry may state any other. */
    TAGS("tags");

    private final String path;

    CodeList(String path) {
        this.path = path;
    }

    /** Its name in addresses and JSON. */
    public String path() {
        return path;
    }

    /** Whether its codes say if what they stand for is against the officer. */
    public boolean saysUpheld() {
        return this == FINDINGS;
    }
}

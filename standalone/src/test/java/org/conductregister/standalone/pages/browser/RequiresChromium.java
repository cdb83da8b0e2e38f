package org.conductregister.standalone.pages.browser;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Leaves the journeys out, rather than skip them, where there is no browser to make them with. */
public final class RequiresChromium implements PostDiscoveryFilter {

    private final boolean isThere = Chromium.find().isPresent();

    @Override
    public FilterResult apply(TestDescriptor test) {
        return FilterResult.includedIf(isThere || !test.getTags().contains(TestTag.create(Journey.TAG)));
    }
}

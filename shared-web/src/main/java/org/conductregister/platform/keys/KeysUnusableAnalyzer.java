package org.conductregister.platform.keys;

import org.conductregister.keys.KeysUnusableException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why the register does not start without its keys. */
final class KeysUnusableAnalyzer extends AbstractFailureAnalyzer<KeysUnusableException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, KeysUnusableException failure) {
        return new FailureAnalysis(
                failure.sentence(),
                "Put the master key and the store of keys back from where they are kept (docs/keys.md), or name their places:"
                        + " register.keys, register.master-key. Nothing was changed.",
                failure);
    }
}

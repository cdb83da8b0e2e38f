package org.conductregister.keys;

/**
 * The key that wraps all data keys: a port, behind which an organisation may put its key service. A register holds wrapped
 * keys alone, so without this one nothing that it has sealed can be read.
 *
 * <p>An implementation must be thread-safe, must authenticate what it wraps together with the subject, and must unwrap what
 * any of its earlier versions wrapped until these are retired. A call may go over a network: data keys are cached, and
 * each is unwrapped once in a while, not once for each entry. The one that comes with the register is {@link MasterKeyFile}.
 */
public interface MasterKey {

    /**
     * Returns a data key wrapped by the newest version of this key.
     *
     * @param key 32 bytes
     * @param subject whose key it is; the same must be given to unwrap it
     * @throws KeysUnusableException if it cannot be reached
     */
    byte[] wrap(byte[] key, String subject);

    /**
     * Returns the data key that was wrapped.
     *
     * @throws KeysUnusableException if it cannot be reached, or if no version of it has wrapped these bytes for this subject
     */
    byte[] unwrap(byte[] wrapped, String subject);
}

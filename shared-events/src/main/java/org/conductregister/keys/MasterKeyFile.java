package org.conductregister.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Objects;

/**
 * A master key in a file: a keyset of Tink in its JSON form, which Tink's own tools read too, of AES-256-GCM keys. The primary
 * one wraps; the others unwrap what they once wrapped. The file is readable by its owner alone.
 */
public final class MasterKeyFile implements MasterKey {

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink registers its own ciphers", e);
        }
    }

    private final Path file;
    private volatile KeysetHandle keys;
    private volatile Aead aead;

    private MasterKeyFile(Path file, KeysetHandle keys) throws GeneralSecurityException {
        this.file = file;
        this.keys = keys;
        this.aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /**
     * Reads the file.
     *
     * @throws KeysUnusableException if it is not there, cannot be read, or is no master key
     */
    public static MasterKeyFile read(Path file) {
        String json;
        try {
            json = Files.readString(file);
        } catch (IOException e) {
            throw new KeysUnusableException(
                    "The master key could not be read from %s: without it nothing that the register has sealed can be opened. Put the file back from where it is kept."
                            .formatted(file),
                    e);
        }
        try {
            return new MasterKeyFile(
                    file,
                    TinkJsonProtoKeysetFormat.parseKeyset(
                            json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new KeysUnusableException(
                    "%s is not a master key: it should be a keyset of Tink for AES-256-GCM in JSON.".formatted(file),
                    e);
        }
    }

    /**
     * Makes a new key in the file, unless another process has just done so. To be called for a store without keys alone: a new
     * key opens nothing that an older one sealed.
     */
    public static MasterKeyFile create(Path file) {
        try {
            var keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
            var directory = directoryOf(file);
            Files.createDirectories(directory, ownersAlone("rwx------"));
            var made = write(file, keys);
            try {
                Files.createLink(file, made);
            } catch (FileAlreadyExistsException e) {
                return read(file);
            } finally {
                Files.delete(made);
            }
            sync(directory);
            return new MasterKeyFile(file, keys);
        } catch (IOException e) {
            throw new KeysUnusableException("The master key could not be written to " + file + ".", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is Tink's own", e);
        }
    }

    /** Adds a version that wraps from now on. Those before still unwrap; {@link #retireOlder} takes them away. */
    public synchronized void rotate() {
        try {
            var next = KeysetHandle.newBuilder(keys)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            replace(next);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is Tink's own", e);
        }
    }

    /** Takes away all versions but the newest. What they wrapped must have been wrapped anew before. */
    public synchronized void retireOlder() {
        try {
            var newest = keys.getPrimary();
            replace(KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(newest.getKey())
                            .withFixedId(newest.getId())
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a part of a keyset is a keyset", e);
        }
    }

    /** Returns the number of versions in the file. */
    public int versions() {
        return keys.size();
    }

    private void replace(KeysetHandle next) throws GeneralSecurityException {
        var primitive = next.getPrimitive(RegistryConfiguration.get(), Aead.class);
        try {
            var made = write(file, next);
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(directoryOf(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The master key could not be written to " + file, e);
        }
        keys = next;
        aead = primitive;
    }

    private static Path write(Path file, KeysetHandle keys) throws IOException, GeneralSecurityException {
        var directory = directoryOf(file);
        var made = Files.createTempFile(directory, "master-key", ".part", ownersAlone("rw-------"));
        var json = TinkJsonProtoKeysetFormat.serializeKeyset(
                keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        try (var out = FileChannel.open(made, StandardOpenOption.WRITE)) {
            out.write(StandardCharsets.UTF_8.encode(json));
            out.force(true);
        }
        return made;
    }

    private static FileAttribute<?>[] ownersAlone(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static Path directoryOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a directory");
    }

    private static void sync(Path directory) throws IOException {
        try (var opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    @Override
    public byte[] wrap(byte[] key, String subject) {
        try {
            return aead.encrypt(key, associated(subject));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM takes any key of 32 bytes", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String subject) {
        try {
            return aead.decrypt(wrapped, associated(subject));
        } catch (GeneralSecurityException e) {
            throw new KeysUnusableException(
                    "The master key in %s is not the one with which this register's keys are wrapped. Put back the one that belongs to it."
                            .formatted(file),
                    e);
        }
    }

    private static byte[] associated(String subject) {
        return ("data key of " + subject).getBytes(StandardCharsets.UTF_8);
    }
}

package org.conductregister.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
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
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conductregister.entries.FactJson;
import tools.jackson.core.JacksonException;

/**
 * A master key in a file, readable by its owner alone: versions of it, each a key of AES-256-GCM, in JSON. The newest one wraps; the
 * others unwrap what they once wrapped. Tink's own keysets are not used, since reading them brings in Protobuf, at whose use of
 * memory newer Java warns at each start. Thread-safe.
 */
public final class MasterKeyFile implements MasterKey {

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * The content of the file.
     *
     * @param versions from the oldest to the newest; at least one
     */
    record Content(List<Version> versions) {

        private boolean areWhole() {
            return versions.stream().allMatch(version -> version != null && version.key() != null);
        }
    }

    /**
     * A version of the key.
     *
     * @param number 1 for the first
     * @param key 32 bytes, in base64
     */
    record Version(int number, String key) {

        private static Version random(int number) {
            var key = new byte[DataKey.LENGTH];
            RANDOM.nextBytes(key);
            return new Version(number, Base64.getEncoder().encodeToString(key));
        }

        private Aead aead() throws GeneralSecurityException {
            return new AesGcmJce(Base64.getDecoder().decode(key));
        }
    }

    private final Path file;
    private volatile List<Version> versions;
    private volatile SortedMap<Integer, Aead> ciphers;

    private MasterKeyFile(Path file, List<Version> versions) throws GeneralSecurityException {
        this.file = file;
        this.versions = List.copyOf(versions);
        this.ciphers = ciphersOf(versions);
    }

    private static SortedMap<Integer, Aead> ciphersOf(List<Version> versions) throws GeneralSecurityException {
        var ciphers = new TreeMap<Integer, Aead>();
        for (var version : versions) {
            ciphers.put(version.number(), version.aead());
        }
        return ciphers;
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
            var content = FactJson.mapper().readValue(json, Content.class);
            if (content.versions() == null || content.versions().isEmpty() || !content.areWhole()) {
                throw new IllegalArgumentException("it has no version, or one without a key");
            }
            return new MasterKeyFile(file, content.versions());
        } catch (GeneralSecurityException | JacksonException | IllegalArgumentException e) {
            throw new KeysUnusableException(
                    "%s is not a master key: it should be JSON with versions, each with a number and a key of 32 bytes in base64."
                            .formatted(file),
                    e);
        }
    }

    /**
     * Makes a new key in the file, unless another process has just done so. To be called for a store without keys alone: a new
     * key opens nothing that an older one sealed.
     */
    public static MasterKeyFile create(Path file) {
        try {
            var versions = List.of(Version.random(1));
            var directory = directoryOf(file);
            Files.createDirectories(directory, ownersAlone("rwx------"));
            var made = write(file, versions);
            try {
                Files.createLink(file, made);
            } catch (FileAlreadyExistsException e) {
                return read(file);
            } finally {
                Files.delete(made);
            }
            sync(directory);
            return new MasterKeyFile(file, versions);
        } catch (IOException e) {
            throw new KeysUnusableException("The master key could not be written to " + file + ".", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of AES-256-GCM has 32 bytes", e);
        }
    }

    /** Adds a version that wraps from now on. Those before still unwrap; {@link #retireOlder} takes them away. */
    public synchronized void rotate() {
        var next = new ArrayList<>(versions);
        next.add(Version.random(versions.getLast().number() + 1));
        replace(next);
    }

    /** Takes away all versions but the newest. What they wrapped must have been wrapped anew before. */
    public synchronized void retireOlder() {
        replace(List.of(versions.getLast()));
    }

    /** Returns the number of versions in the file. */
    public int versions() {
        return versions.size();
    }

    private void replace(List<Version> next) {
        try {
            var nextCiphers = ciphersOf(next);
            var made = write(file, next);
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(directoryOf(file));
            versions = List.copyOf(next);
            ciphers = nextCiphers;
        } catch (IOException e) {
            throw new UncheckedIOException("The master key could not be written to " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of AES-256-GCM has 32 bytes", e);
        }
    }

    private static Path write(Path file, List<Version> versions) throws IOException {
        var directory = directoryOf(file);
        var made = Files.createTempFile(directory, "master-key", ".part", ownersAlone("rw-------"));
        var json = FactJson.mapper().writeValueAsString(new Content(versions));
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
        var wrapping = ciphers;
        int number = wrapping.lastKey();
        try {
            byte[] wrapped = Objects.requireNonNull(wrapping.get(number)).encrypt(key, associated(subject));
            return ByteBuffer.allocate(Integer.BYTES + wrapped.length)
                    .putInt(number)
                    .put(wrapped)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM takes any key of 32 bytes", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String subject) {
        try {
            var content = ByteBuffer.wrap(wrapped);
            var cipher = ciphers.get(content.getInt());
            if (cipher == null) {
                throw new GeneralSecurityException("wrapped by a version that the file has not");
            }
            var rest = new byte[content.remaining()];
            content.get(rest);
            return cipher.decrypt(rest, associated(subject));
        } catch (GeneralSecurityException | BufferUnderflowException e) {
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

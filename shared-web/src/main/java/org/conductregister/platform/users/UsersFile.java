package org.conductregister.platform.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.conductregister.entries.FactJson;
import org.conductregister.platform.DurableFiles;
import org.conductregister.platform.people.Person;
import org.conductregister.platform.people.Role;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The file in which users are kept, as JSON, readable by its owner alone. It is written whole, beside the one that is there,
 * and put in its place once it is on disk: a power cut leaves the one or the other. For one thread at a time.
 */
final class UsersFile {

    private final Path file;

    UsersFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    private record Content(List<Kept> users) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Kept(
            String id,
            String name,
            Set<Role> roles,
            Set<ForceCode> forces,
            @Nullable OfficerId officerId,
            boolean disabled,
            @Nullable String password,
            Instant changedAt,
            String changedBy) {

        static Kept of(User user) {
            var person = user.person();
            return new Kept(
                    person.id(),
                    person.name(),
                    person.roles(),
                    person.forces(),
                    person.officerId(),
                    user.disabled(),
                    user.password(),
                    user.changedAt(),
                    user.changedBy());
        }

        User user() {
            return new User(
                    new Person(id, name, roles, forces, officerId), disabled, password, false, changedAt, changedBy);
        }
    }

    /**
     * Reads the users; none where there is no file yet.
     *
     * @throws IllegalStateException where the file cannot be read as users
     */
    List<User> read() {
        try {
            return FactJson.mapper().readValue(Files.readAllBytes(file), Content.class).users().stream()
                    .map(Kept::user)
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException(
                    "The users of the register cannot be read from %s: bring the file back from a backup"
                            .formatted(file),
                    e);
        }
    }

    /** Returns once the users are on disk. */
    void write(Collection<User> users) {
        var kept = users.stream().map(Kept::of).toList();
        var written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(written);
            try (var channel = Files.newByteChannel(
                            written, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly());
                    var out = Channels.newOutputStream(channel)) {
                out.write(FactJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(new Content(kept)));
            }
            DurableFiles.replace(written, file);
        } catch (IOException e) {
            throw new UncheckedIOException("The users could not be kept in " + file, e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

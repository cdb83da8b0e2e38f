package org.conductregister.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.conductregister.entries.Entry;
import org.conductregister.facts.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * Makes identifiers of content: the same entry has one identifier in one register, so that what is sent twice is recorded once
 * (HMAC with SHA-256, RFC 2104). The key is the register's own; where the entry has personal text, the keys of its subjects
 * are part of it, so that with them goes the last means of finding out by trying what the text was. Thread-safe.
 */
public final class ContentIds {

    private static final String HMAC = "HmacSHA256";

    private final DataKeys keys;
    private final Mac keyed;

    ContentIds(DataKeys keys, byte[] key) {
        this.keys = keys;
        this.keyed = mac(key);
    }

    static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /**
     * Returns the identifier of what an entry says; null where it has personal text of a subject whose key was erased: whether the
     * same was said before can then be told by nobody. A key that was not {@linkplain DataKeys#prepare prepared} is read or made first.
     *
     * @param day of the fact, from 1829; {@link LocalDate#EPOCH} where it is not part of what the entry says
     */
    public @Nullable EntryId of(Entry entry, LocalDate day, byte[] content) {
        var mac = copy();
        var subjects = new TreeSet<String>();
        Subjects.addAll(entry.fact(), entry.record().toString(), subjects);
        for (var subject : subjects) {
            var secret = keys.first(subject).secret();
            if (secret == null) {
                return null;
            }
            mac.update(secret);
        }
        return EntryId.ofDigest(day, mac.doFinal(content));
    }

    /** Returns the identifier that a register without keys made of content; anybody can make it. */
    public static EntryId unkeyed(LocalDate day, byte[] content) {
        try {
            return EntryId.ofDigest(day, MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the identifier that is made of a name in which nothing is secret, such as that of another entry. */
    public static EntryId named(String name) {
        return unkeyed(LocalDate.EPOCH, name.getBytes(StandardCharsets.UTF_8));
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's HMAC can be cloned", e);
        }
    }
}

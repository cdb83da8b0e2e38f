package org.conductregister.standalone.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Looks into every file of a directory, as somebody would who has stolen it; what is compressed is unpacked. */
public final class FilesOf {

    private static final List<String> DIGESTS = List.of("SHA-256", "SHA-1", "MD5", "SHA-512");

    private final Map<String, byte[]> contents = new HashMap<>();

    /** Reads them all, but for what a register that runs has for the time being in {@code tmp}. */
    public FilesOf(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            for (var path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                var name = root.relativize(path);
                if (!name.startsWith("tmp")) {
                    contents.put(name.toString(), unpacked(path, Files.readAllBytes(path)));
                }
            }
        }
    }

    private static byte[] unpacked(Path path, byte[] bytes) throws IOException {
        if (!path.toString().endsWith(".gz")) {
            return bytes;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    public Collection<String> names() {
        return contents.keySet();
    }

    /** The files in which any of the words stands, whatever the case of its letters, in UTF-8 or UTF-16. */
    public List<String> with(List<String> words) {
        var found = new ArrayList<String>();
        contents.forEach((name, bytes) -> {
            var text = new String(bytes, StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .replace("\0", "");
            words.stream().filter(text::contains).forEach(word -> found.add(name + ": " + word));
        });
        return found;
    }

    /** The files in which a digest of any of the texts stands, as bytes, in hexadecimal or in Base64. */
    public List<String> withDigestsOf(Collection<String> texts) {
        var sought = new HashMap<Long, List<byte[]>>();
        for (var text : texts) {
            for (var form : List.of(text, text.toLowerCase(Locale.ROOT))) {
                DIGESTS.forEach(digest -> spellings(digest(digest, form))
                        .forEach(bytes -> sought.computeIfAbsent(
                                        ByteBuffer.wrap(bytes).getLong(), first -> new ArrayList<>())
                                .add(bytes)));
            }
        }
        var found = new ArrayList<String>();
        contents.forEach((name, bytes) -> {
            if (hasAny(bytes, sought)) {
                found.add(name);
            }
        });
        return found;
    }

    private static List<byte[]> spellings(byte[] digest) {
        return List.of(
                digest,
                ascii(HexFormat.of().formatHex(digest)),
                ascii(HexFormat.of().withUpperCase().formatHex(digest)),
                ascii(Base64.getEncoder().withoutPadding().encodeToString(digest)),
                ascii(Base64.getUrlEncoder().withoutPadding().encodeToString(digest)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares the first eight bytes of each with those at each place, and the rest where they are equal. */
    private static boolean hasAny(byte[] bytes, Map<Long, List<byte[]>> sought) {
        long window = 0;
        for (int i = 0; i < bytes.length; i++) {
            window = window << Byte.SIZE | (bytes[i] & 0xFF);
            int at = i - Long.BYTES + 1;
            if (at >= 0 && sought.containsKey(window)) {
                for (var each : sought.get(window)) {
                    if (at + each.length <= bytes.length
                            && Arrays.equals(bytes, at, at + each.length, each, 0, each.length)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}

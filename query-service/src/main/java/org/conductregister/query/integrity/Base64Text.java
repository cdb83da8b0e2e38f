package org.conductregister.query.integrity;

import java.util.Base64;
import java.util.List;

/** Hashes as JSON has them. */
final class Base64Text {

    private Base64Text() {}

    static String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static List<String> of(List<byte[]> hashes) {
        return hashes.stream().map(Base64Text::of).toList();
    }
}

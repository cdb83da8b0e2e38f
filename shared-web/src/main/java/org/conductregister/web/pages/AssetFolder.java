package org.conductregister.web.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A folder of scripts directly below {@code static/assets}.
 *
 * @param digest of the names and contents of its files, in hexadecimal
 */
record AssetFolder(String name, String digest) {

    private static final String ASSETS = "/static/assets/";

    /** All folders of the class path, in order of their names. */
    static List<AssetFolder> all() {
        try {
            var files = new TreeMap<String, Map<String, Resource>>();
            var found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + ASSETS.substring(1) + "*/*.js");
            for (var file : found) {
                var path = file.getURL().getPath();
                var below = path.substring(path.lastIndexOf(ASSETS) + ASSETS.length());
                int slash = below.indexOf('/');
                files.computeIfAbsent(below.substring(0, slash), folder -> new TreeMap<>())
                        .put(below.substring(slash + 1), file);
            }
            return files.entrySet().stream()
                    .map(folder -> new AssetFolder(folder.getKey(), digest(folder.getValue())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The scripts of the pages cannot be listed", e);
        }
    }

    private static String digest(Map<String, Resource> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files.entrySet()) {
                digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update(file.getValue().getContentAsByteArray());
            }
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 16));
        } catch (IOException e) {
            throw new UncheckedIOException("A script of the pages cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

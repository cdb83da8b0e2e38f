package org.conductregister.keys;

/**
 * The form of a sealed text in the JSON of a fact: in the place of its string stands an object, for which no text
 * can be taken, and which begins like no other object of a fact.
 *
 * <pre>
 *   {"occurredOn":"2012-03-04","text":{"sealed":"r1.q83v…"}}
 *                                              | |  +-- nonce, ciphertext and tag in base64
 *                                              | +-- the generation of the key
 *                                              +-- r: the record's key; n: the key of the name
 * </pre>
 *
 * <p>Sealed is the string as JSON spells it, quotes included, with spaces up to a multiple of {@link #PADDED} bytes, so that the
 * length tells little.
 */
final class SealedJson {

    private static final String BEGINNING = "{\"sealed\":\"";
    private static final String END = "\"}";

    /** In bytes. */
    private static final int PADDED = 32;

    private SealedJson() {}

    /** Opens the texts of one fact. */
    interface Opener {

        /**
         * Returns the JSON string that was sealed.
         *
         * @param field where it stands, such as {@code text} or, in the fact that a correction states, {@code fact/text}
         */
        String open(String field, boolean name, int generation, String sealed);
    }

    /** Whether anything in the JSON of a fact is sealed. A text cannot say so: its quotes are escaped. */
    static boolean isAnythingSealedIn(String json) {
        return json.contains(BEGINNING);
    }

    static String written(boolean name, int generation, String sealed) {
        return BEGINNING + (name ? 'n' : 'r') + generation + '.' + sealed + END;
    }

    static String padded(String jsonString) {
        int length = jsonString.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        return jsonString + " ".repeat((PADDED - length % PADDED) % PADDED);
    }

    /** Returns the JSON with all texts opened. */
    static String opened(String json, Opener opener) {
        var opened = new StringBuilder(json.length());
        var path = new StringBuilder();
        var name = "";
        for (int i = 0; i < json.length(); ) {
            char letter = json.charAt(i);
            if (letter == '"') {
                int end = endOfString(json, i);
                name = json.substring(i + 1, end - 1);
                opened.append(json, i, end);
                i = end;
            } else if (letter == '{' && json.startsWith(BEGINNING, i)) {
                int end = json.indexOf(END, i + BEGINNING.length());
                opened.append(open(json.substring(i + BEGINNING.length(), end), path + name, opener));
                i = end + END.length();
            } else {
                if (letter == '{' && i > 0) {
                    path.append(name).append('/');
                } else if (letter == '}') {
                    path.setLength(Math.max(0, path.lastIndexOf("/", path.length() - 2) + 1));
                }
                opened.append(letter);
                i++;
            }
        }
        return opened.toString();
    }

    private static int endOfString(String json, int quote) {
        int at = quote + 1;
        while (json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private static String open(String token, String field, Opener opener) {
        int dot = token.indexOf('.');
        return opener.open(
                field, token.charAt(0) == 'n', Integer.parseInt(token, 1, dot, 10), token.substring(dot + 1));
    }
}

package org.conductregister.query.tabular.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.conductregister.query.tabular.TableFormat;

/** The addresses at which a table that a page shows is downloaded. */
public final class Downloads {

    private static final String EXACT = ", exact: for inside";

    private Downloads() {}

    /** A call of the API as a file in each format, by the words for it. */
    public static Map<String, String> of(String call) {
        return put(new LinkedHashMap<>(), "", call);
    }

    /** A call whose figures are exact, and cannot be published as they are. */
    public static Map<String, String> forInside(String exact) {
        return put(new LinkedHashMap<>(), EXACT, exact);
    }

    /**
     * The same for what may leave for publication, and for inside.
     *
     * @param published the call under disclosure control
     * @param exact the call that gives the counts as they are
     */
    public static Map<String, String> of(String published, String exact) {
        return put(put(new LinkedHashMap<>(), ", for publication: small counts hidden", published), EXACT, exact);
    }

    private static Map<String, String> put(Map<String, String> downloads, String what, String call) {
        downloads.put("CSV" + what, address(call, TableFormat.CSV));
        downloads.put("Excel (XLSX)" + what, address(call, TableFormat.XLSX));
        downloads.put("OpenDocument (ODS)" + what, address(call, TableFormat.ODS));
        return downloads;
    }

    private static String address(String call, TableFormat format) {
        return call + "&format=" + format.word();
    }
}

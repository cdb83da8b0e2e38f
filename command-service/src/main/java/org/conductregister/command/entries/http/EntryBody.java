package org.conductregister.command.entries.http;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.command.entries.Today;
import org.conductregister.entries.CodeLists;
import org.conductregister.entries.Entry;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.MalformedEntryException;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.web.JsonBody;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads the entries out of a request, or says in a problem document what is wrong with each. */
@Component
class EntryBody {

    /** The most faults that one answer names: an array of nonsense is not answered with more than was sent. */
    private static final int MOST_FAULTS = 100;

    private final EntryReader reader;
    private final Today today;

    EntryBody(CodeLists codeLists, Today today) {
        this.reader = new EntryReader(codeLists);
        this.today = today;
    }

    static RecordId recordInPath(RecordKind kind, String id) {
        try {
            return new RecordId(kind, id);
        } catch (IllegalArgumentException e) {
            var item = Item.at("", "FIELD_INVALID", kind.idField() + " in the address " + e.getMessage());
            throw Problem.of(HttpStatus.BAD_REQUEST, "FIELD_INVALID", item.detail(), List.of(item))
                    .exception();
        }
    }

    /**
     * The entries sent.
     *
     * @param array whether the entries came in an array, so that each has a pointer of its own
     */
    record Sent(List<Entry> entries, boolean array) {

        /** Where in the body the entry of this index is, as a JSON pointer. */
        String pointer(int index) {
            return array ? "/" + index : "";
        }
    }

    /** @throws org.conductregister.web.ProblemException when the body is not an entry or an array of entries */
    Sent read(byte[] body, RecordId record) {
        var json = JsonBody.tree(body);
        if (!json.isArray()) {
            return new Sent(List.of(one(json, record)), false);
        }
        if (json.isEmpty()) {
            throw malformed("ENTRY_INVALID", "The array has no entries.", List.of());
        }
        return new Sent(all(json, record), true);
    }

    private Entry one(JsonNode json, RecordId record) {
        try {
            return reader.read(json, record, today.day());
        } catch (MalformedEntryException e) {
            throw malformed(e.code().name(), e.getMessage(), items(e, ""));
        }
    }

    private List<Entry> all(JsonNode array, RecordId record) {
        var entries = new ArrayList<Entry>(array.size());
        var items = new ArrayList<Item>();
        for (int i = 0; i < array.size() && items.size() < MOST_FAULTS; i++) {
            try {
                entries.add(reader.read(array.get(i), record, today.day()));
            } catch (MalformedEntryException e) {
                items.addAll(items(e, "/" + i));
            }
        }
        if (!items.isEmpty()) {
            var codes = items.stream().map(Item::code).distinct().toList();
            var code = codes.size() == 1 ? codes.getFirst() : "ENTRY_INVALID";
            throw malformed(code, "Nothing was recorded: see the errors of each entry.", items);
        }
        return entries;
    }

    private static List<Item> items(MalformedEntryException e, String prefix) {
        return e.faults().stream()
                .map(fault -> Item.at(prefix + fault.pointer(), fault.code().name(), fault.detail()))
                .toList();
    }

    private static RuntimeException malformed(String code, String detail, List<Item> items) {
        return Problem.of(HttpStatus.BAD_REQUEST, code, detail, items).exception();
    }
}

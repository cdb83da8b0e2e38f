package org.conductregister.query.casefile;

import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.terms.OfficerId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/officers/{officerId}")
class OfficerFileController {

    private final Reader reader;

    OfficerFileController(Reader reader) {
        this.reader = reader;
    }

    /** How a person stands, and the allegations against them. 404 where they are neither registered nor named. */
    @GetMapping
    OfficerAnswer state(@PathVariable String officerId, AskedTimes times) {
        var id = Reader.identify(RecordKind.OFFICER, officerId, OfficerId::new);
        var asked = reader.asked(times);
        var files = reader.filesAt(asked);
        var own = files.known(RecordId.of(id));
        var officer = files.officer(id);
        if (own.isEmpty() && officer.cases().isEmpty()) {
            throw Reader.unknown(RecordKind.OFFICER, officerId);
        }
        return OfficerAnswer.of(officer, asked, own.version());
    }

    /** A person's own entries, struck ones too. 404 before any was known. */
    @GetMapping("/timeline")
    TimelineAnswer timeline(@PathVariable String officerId, AskedTimes times) {
        return reader.timeline(RecordKind.OFFICER, officerId, times);
    }
}

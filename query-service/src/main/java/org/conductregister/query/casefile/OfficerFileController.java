package org.conductregister.query.casefile;

import org.conductregister.entries.RecordKind;
import org.conductregister.query.pointintime.AskedTimes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/officers/{officerId}")
class OfficerFileController {

    private final RecordReader reader;
    private final RecordAnswers answers;

    OfficerFileController(RecordReader reader, RecordAnswers answers) {
        this.reader = reader;
        this.answers = answers;
    }

    /** How a person stands, and the allegations against them. 404 where they are neither registered nor named. */
    @GetMapping
    OfficerAnswer state(@PathVariable String officerId, AskedTimes times) {
        return answers.ofOfficer(officerId, reader.asked(times));
    }

    /** A person's own entries, struck ones too. 404 before any was known. */
    @GetMapping("/timeline")
    TimelineAnswer timeline(@PathVariable String officerId, AskedTimes times) {
        return reader.timeline(RecordKind.OFFICER, officerId, times);
    }
}

package org.conductregister.command.imports;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.LongPredicate;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.compare.Comparing;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.files.Mode;
import org.conductregister.command.imports.files.Upload;
import org.conductregister.command.imports.mapping.ColumnUses;
import org.conductregister.command.imports.mapping.ForceWarnings;
import org.conductregister.command.imports.mapping.Mapping;
import org.conductregister.command.imports.mapping.kept.Mappings;
import org.conductregister.command.imports.mapping.rows.RowMapper;
import org.conductregister.command.imports.profile.Profile;
import org.conductregister.command.imports.profile.ProfileView;
import org.conductregister.command.imports.profile.Profiles;
import org.conductregister.command.imports.profile.Question;
import org.conductregister.command.imports.profile.Questions;
import org.conductregister.command.imports.rows.ContentIdentity;
import org.conductregister.command.imports.rows.SheetBatches;
import org.conductregister.command.imports.run.FileScope;
import org.conductregister.command.imports.run.ImportRun;
import org.conductregister.command.imports.run.RunEnd;
import org.conductregister.command.imports.run.SheetProgress;
import org.conductregister.command.imports.run.UnderstoodSheet;
import org.conductregister.command.imports.sheet.opening.Opened;
import org.conductregister.command.imports.sheet.opening.Sheet;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.Words;
import org.springframework.stereotype.Component;

/**
 * One sheet from beginning to end: it is opened, its values are looked at, and what they leave open ends it with questions;
 * else its rows are judged.
 */
@Component
class SheetRun {

    private final ImportFiles files;
    private final ImportRun run;
    private final Comparing comparing;
    private final Mappings mappings;
    private final Profiles profiles;
    private final ListedCodes codes;
    private final Words words;
    private final FieldWords fields;
    private final Today today;
    private final ContentIdentity identity;

    SheetRun(
            ImportFiles files,
            ImportRun run,
            Comparing comparing,
            Mappings mappings,
            Profiles profiles,
            ListedCodes codes,
            Words words,
            FieldWords fields,
            Today today,
            ContentIdentity identity) {
        this.identity = identity;
        this.files = files;
        this.run = run;
        this.comparing = comparing;
        this.mappings = mappings;
        this.profiles = profiles;
        this.codes = codes;
        this.words = words;
        this.fields = fields;
        this.today = today;
    }

    /** The outcome of a look at the whole sheet. */
    sealed interface Look {

        record Clear(UnderstoodSheet sheet) implements Look {}

        record Open(List<Question> questions) implements Look {}

        record BrokenOff() implements Look {}
    }

    /**
     * Looks at all values of a sheet.
     *
     * @throws org.conductregister.command.imports.sheet.UnfitSheetException when it cannot be read
     * @throws org.conductregister.command.imports.mapping.ColumnsMissingException where it lacks columns of the mapping
     */
    Look look(UUID importId, Mapping kept, LongPredicate goOn) throws IOException {
        var opened = open(importId, kept);
        var first = Questions.of(opened);
        if (!(opened instanceof Opened.Known(Sheet sheet))) {
            profiles.keep(importId, ProfileView.notOpened(first));
            return new Look.Open(first);
        }
        var mapping = kept.spelledAs(sheet.columns());
        var profile = Profile.of(sheet, today.day(), goOn);
        if (profile.isEmpty()) {
            return new Look.BrokenOff();
        }
        var uses = ColumnUses.of(mapping, codes, words);
        var questions = Questions.of(profile.get(), uses, mapping.answers());
        var warnings = ForceWarnings.of(mapping, profile.get(), codes, words);
        profiles.keep(importId, ProfileView.of(profile.get(), uses, questions, warnings));
        if (!questions.isEmpty()) {
            return new Look.Open(questions);
        }
        var orders = new HashMap<String, DayOrder>();
        for (var column : profile.get().columns()) {
            var order = Questions.orderOf(column, mapping.answers());
            if (order != null) {
                orders.put(column.name(), order);
            }
        }
        var made = files.fingerprints();
        var mapper = new RowMapper(mapping, sheet.columns(), orders, today.day(), made, codes, words, fields);
        return new Look.Clear(
                new UnderstoodSheet(sheet, mapper, made, profile.get().rows()));
    }

    Opened open(UUID importId, Mapping mapping) throws IOException {
        return Sheet.open(files.uploadPath(importId), mapping.answers().choice(mapping.statingColumns()));
    }

    /** Refuses a sheet that cannot be read, or lacks columns, before it is taken. */
    void require(UUID importId, Mapping mapping) throws IOException {
        if (open(importId, mapping) instanceof Opened.Known(Sheet sheet)) {
            mapping.requireColumns(sheet.columns());
        }
    }

    /** Checks or records the rows of a sheet. */
    RunEnd run(UUID importId, Upload upload, Executor readers, SheetProgress progress) throws IOException {
        var mapping = mappings.read(requireNonNull(upload.sheetMapping()));
        return switch (look(importId, mapping, progress::looked)) {
            case Look.BrokenOff off -> new RunEnd.BrokenOff();
            case Look.Open open -> new RunEnd.Asked(open.questions());
            case Look.Clear(UnderstoodSheet sheet) -> {
                try (sheet) {
                    yield judge(importId, upload, sheet, readers, progress);
                }
            }
        };
    }

    private RunEnd judge(UUID importId, Upload upload, UnderstoodSheet sheet, Executor readers, SheetProgress progress)
            throws IOException {
        files.keepHeader(importId, sheet.sheet().columns());
        if (upload.mode() == Mode.COMPARE) {
            return comparing.compare(importId, upload, sheet, progress);
        }
        boolean whole = upload.mode() == Mode.RECORD
                ? record(importId, upload, sheet, readers, progress)
                : check(importId, upload, sheet, readers, progress);
        return whole ? new RunEnd.Done() : new RunEnd.BrokenOff();
    }

    private boolean record(
            UUID importId, Upload upload, UnderstoodSheet sheet, Executor readers, SheetProgress progress)
            throws IOException {
        try (var journal = files.journal(importId, true);
                var openings = files.table()) {
            return judge(importId, upload, sheet, FileScope.recording(openings, journal), readers, progress);
        }
    }

    private boolean check(UUID importId, Upload upload, UnderstoodSheet sheet, Executor readers, SheetProgress progress)
            throws IOException {
        try (var scratch = files.scratch();
                var openings = files.table()) {
            return judge(importId, upload, sheet, FileScope.checking(openings, scratch), readers, progress);
        }
    }

    private boolean judge(
            UUID importId,
            Upload upload,
            UnderstoodSheet sheet,
            FileScope scope,
            Executor readers,
            SheetProgress progress)
            throws IOException {
        var provenance = new Provenance(upload.recordedBy(), upload.correlationId()).metaData();
        try (var rows = sheet.sheet().rows();
                var refusals = files.refusalsOfSheet(importId)) {
            return run.run(
                    new SheetBatches(rows, sheet.mapper(), identity::identified),
                    provenance,
                    scope,
                    refusals,
                    readers,
                    progress);
        }
    }
}

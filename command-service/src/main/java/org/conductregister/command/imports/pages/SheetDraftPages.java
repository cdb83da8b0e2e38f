package org.conductregister.command.imports.pages;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.Imports;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.drafts.Draft;
import org.conductregister.command.imports.drafts.Drafts;
import org.conductregister.command.imports.files.Mode;
import org.conductregister.command.imports.files.Upload;
import org.conductregister.command.imports.mapping.ColumnsMissingException;
import org.conductregister.command.imports.mapping.Mapping;
import org.conductregister.command.imports.mapping.kept.Mappings;
import org.conductregister.command.imports.mapping.rows.RowMapper;
import org.conductregister.command.imports.mapping.rows.Stated;
import org.conductregister.command.imports.profile.Answers;
import org.conductregister.command.imports.profile.Profile;
import org.conductregister.command.imports.profile.ProfileView;
import org.conductregister.command.imports.profile.QuestionForm;
import org.conductregister.command.imports.profile.Questions;
import org.conductregister.command.imports.scratch.Fingerprints;
import org.conductregister.command.imports.sheet.opening.Opened;
import org.conductregister.command.imports.sheet.opening.Sheet;
import org.conductregister.command.imports.sheet.opening.SheetChoice;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.codelists.ListedCodes;
import org.conductregister.web.ProblemException;
import org.conductregister.web.pages.FieldWords;
import org.conductregister.web.pages.FormFaults;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks what the columns of a sheet mean: a mapping that is kept and fits is offered, or one is built step by step, with the
 * first rows shown as the facts they become. Nothing is recorded before the sheet is checked.
 */
@Controller
@RequestMapping("/imports/drafts/{id}/sheet")
class SheetDraftPages {

    private static final int ROWS_SHOWN = 5;

    /** Larger files are looked at as a whole only once they are checked. */
    private static final long LOOKED_AT = 32L * 1024 * 1024;

    private final Drafts drafts;
    private final Imports imports;
    private final Mappings mappings;
    private final BuilderView view;
    private final FactWords factWords;
    private final ListedCodes codes;
    private final Words words;
    private final FieldWords fields;
    private final Today today;

    SheetDraftPages(
            Drafts drafts,
            Imports imports,
            Mappings mappings,
            BuilderView view,
            FactWords factWords,
            ListedCodes codes,
            Words words,
            FieldWords fields,
            Today today) {
        this.drafts = drafts;
        this.imports = imports;
        this.mappings = mappings;
        this.view = view;
        this.factWords = factWords;
        this.codes = codes;
        this.words = words;
        this.fields = fields;
        this.today = today;
    }

    /** One of the first rows, as the facts it becomes. */
    record ShownRow(long line, List<ShownFact> facts) {}

    /** @param fault why it would be refused; null where it would not */
    record ShownFact(
            FactWords.@Nullable Told told,
            @Nullable String column,
            @Nullable String fault) {}

    /**
     * Shows the first step.
     *
     * @param how {@code new} where no mapping that is kept is offered
     * @param name of the mapping that is changed
     */
    @GetMapping
    String sheet(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String name,
            Provenance by,
            Model page)
            throws IOException {
        page.addAttribute("name", name);
        var draft = draft(id, by);
        var built = drafts.built(id);
        if (!(open(draft, built) instanceof Opened.Known(Sheet sheet))) {
            return asked(draft, built, FormFaults.none(), page);
        }
        var fitting = BuilderView.fitting(mappings.usable(), sheet.columns());
        boolean choose = !fitting.isEmpty() && how.isEmpty() && !built.has("facts");
        if (choose) {
            page.addAttribute("fitting", fitting);
            return contents(draft, sheet, page, "imports/fitting");
        }
        var mapping = built.has("facts") ? built : begun(id, built, sheet);
        return builder(draft, sheet, mapping, FormFaults.none(), page);
    }

    private ObjectNode begun(String id, ObjectNode built, Sheet sheet) {
        var begun = BuilderForm.begun(sheet.columns());
        built.properties().forEach(kept -> begun.set(kept.getKey(), kept.getValue()));
        drafts.build(id, begun);
        return begun;
    }

    /** Answers which sheet and which line is meant. */
    @PostMapping("/opened")
    String opened(@PathVariable String id, @RequestParam MultiValueMap<String, String> form, Provenance by, Model page)
            throws IOException {
        var draft = draft(id, by);
        var built = drafts.built(id);
        var questions = new QuestionForm(Questions.of(open(draft, built)), today.day());
        var faults = questions.faults(form);
        if (!faults.isEmpty()) {
            page.addAttribute("said", form.toSingleValueMap());
            return asked(draft, built, faults, page);
        }
        drafts.build(id, AnswersJson.put(built, questions.answered(form, Answers.NONE)));
        return "redirect:/imports/drafts/{id}/sheet";
    }

    /** Checks the sheet with a mapping that is kept. */
    @PostMapping("/fitting")
    String fitting(@PathVariable String id, @RequestParam(defaultValue = "") String mapping, Provenance by, Model page)
            throws IOException {
        var draft = draft(id, by);
        if (mapping.isEmpty()) {
            return "redirect:/imports/drafts/{id}/sheet?how=new";
        }
        return begin(draft, mapping, mappings.named(mapping), Mode.CHECK, by);
    }

    /**
     * Goes on building.
     *
     * @param go {@code add} a fact, {@code remove-1}, {@code look} at what comes of it, or {@code start} the check
     */
    @PostMapping
    String build(
            @PathVariable String id,
            @RequestParam(defaultValue = "look") String go,
            @RequestParam(defaultValue = "") String newFact,
            @RequestParam(defaultValue = "") String name,
            @RequestParam MultiValueMap<String, String> form,
            Provenance by,
            Model page)
            throws IOException {
        var draft = draft(id, by);
        var mapping = BuilderForm.mapping(form, drafts.built(id));
        if (go.equals("add") && !newFact.isEmpty()) {
            mapping = BuilderForm.withFact(mapping, newFact);
        } else if (go.startsWith("remove-")) {
            mapping = BuilderForm.withoutFact(mapping, Integer.parseInt(go.substring("remove-".length())));
        }
        drafts.build(id, mapping);
        page.addAttribute("name", name);
        if (!(open(draft, mapping) instanceof Opened.Known(Sheet sheet))) {
            return asked(draft, mapping, FormFaults.none(), page);
        }
        boolean whole = go.equals("look") || go.equals("start");
        var faults = whole ? faults(mapping, sheet) : FormFaults.none();
        if (go.equals("start") && name.isBlank()) {
            faults.add("name", "Enter a name for what the columns mean, to use it again with the next sheet");
        }
        if (!go.equals("start") || !faults.isEmpty()) {
            return builder(draft, sheet, mapping, faults, page);
        }
        try {
            var kept = mappings.put(name.strip(), mapping, by.recordedBy());
            return begin(draft, name.strip(), kept, Mode.CHECK, by);
        } catch (ProblemException e) {
            return builder(draft, sheet, mapping, faults.add("name", e.problem().detail()), page);
        }
    }

    private FormFaults faults(ObjectNode mapping, Sheet sheet) {
        var faults = FormFaults.none();
        if (mapping.path("facts").isEmpty()) {
            return faults.add("newFact", "Add what a row says: at least one kind of fact");
        }
        try {
            mappings.read(mapping).requireColumns(sheet.columns());
        } catch (ColumnsMissingException e) {
            faults.add(null, null, e.getMessage());
        } catch (ProblemException e) {
            for (var item : e.problem().errors()) {
                var target = BuilderForm.target(requireNonNull(item.pointer()));
                faults.add(target, BuilderFaults.sentence(item, target, mapping, fields));
            }
        }
        return faults;
    }

    private String begin(Draft draft, String name, Mapping mapping, Mode mode, Provenance by) throws IOException {
        var taken = drafts.take(draft.id(), draft.by()).orElseThrow(DraftPages::gone);
        try (var content = Files.newInputStream(taken.file())) {
            var upload = Upload.ofSheet(name, mapping.json(), mode, by.recordedBy(), by.correlationId(), draft.name());
            return "redirect:/imports/" + imports.accept(content, upload).importId();
        } finally {
            Files.deleteIfExists(taken.file());
        }
    }

    private static Opened open(Draft draft, ObjectNode built) throws IOException {
        var sheet = built.path("sheet");
        var header = built.path("header");
        return Sheet.open(
                draft.file(),
                new SheetChoice(
                        sheet.isString() ? sheet.stringValue() : null,
                        header.isInt() ? header.intValue() : null,
                        Set.of()));
    }

    private String asked(Draft draft, ObjectNode built, FormFaults faults, Model page) throws IOException {
        page.addAttribute("draft", draft);
        page.addAttribute("form", new QuestionForm(Questions.of(open(draft, built)), today.day()));
        page.addAttribute("faults", faults);
        return "imports/opened";
    }

    private String contents(Draft draft, Sheet sheet, Model page, String template) throws IOException {
        page.addAttribute("draft", draft);
        page.addAttribute("faults", FormFaults.none());
        page.addAttribute(
                "profile",
                profile(draft, sheet).map(all -> ProfileView.of(all, List.of())).orElse(null));
        return template;
    }

    private Optional<Profile> profile(Draft draft, Sheet sheet) throws IOException {
        return draft.bytes() > LOOKED_AT
                ? Optional.empty()
                : drafts.profile(draft.id(), () -> Profile.of(sheet, today.day(), read -> true));
    }

    private String builder(Draft draft, Sheet sheet, ObjectNode mapping, FormFaults faults, Model page)
            throws IOException {
        var profile = profile(draft, sheet);
        contents(draft, sheet, page, "imports/mapping");
        page.addAttribute("faults", faults);
        page.addAttribute("mapping", mapping);
        page.addAttribute("force", mapping.path("force").asString(""));
        page.addAttribute("caseId", mapping.at("/ids/case").asString(""));
        page.addAttribute("officerId", mapping.at("/ids/officer").asString(""));
        page.addAttribute("forces", view.forces());
        page.addAttribute("types", view.types());
        page.addAttribute("columns", BuilderView.columns(sheet.columns()));
        page.addAttribute("facts", view.facts(mapping, sheet.columns()));
        var whole = whole(mapping, sheet);
        var columns = whole == null || profile.isEmpty()
                ? List.<BuilderView.Column>of()
                : view.values(whole, ProfileView.of(profile.get(), List.of()));
        page.addAttribute("values", columns);
        page.addAttribute(
                "rows", whole == null ? List.of() : rows(directory(draft), sheet, whole, profile.orElse(null)));
        page.addAttribute("openDays", whole == null ? List.of() : openDays(whole, profile.orElse(null)));
        return "imports/mapping";
    }

    private @Nullable Mapping whole(ObjectNode mapping, Sheet sheet) {
        try {
            return mappings.read(mapping).spelledAs(sheet.columns());
        } catch (ProblemException | ColumnsMissingException notYet) {
            return null;
        }
    }

    private List<ShownRow> rows(Path directory, Sheet sheet, Mapping mapping, @Nullable Profile profile)
            throws IOException {
        var orders = new HashMap<String, DayOrder>();
        for (var column : mapping.dayColumns()) {
            var found = profile == null ? null : profile.column(column).orElse(null);
            var order = found == null ? null : Questions.orderOf(found, mapping.answers());
            orders.put(column, Objects.requireNonNullElse(order, DayOrder.DMY));
        }
        var shown = new ArrayList<ShownRow>();
        try (var rows = sheet.rows();
                var made = new Fingerprints(directory)) {
            var mapper = new RowMapper(mapping, sheet.columns(), orders, today.day(), made, codes, words, fields);
            for (var row = rows.next(); row != null && shown.size() < ROWS_SHOWN; row = rows.next()) {
                if (row.fault() == null && !row.isBlank() && !row.isTotal()) {
                    shown.add(new ShownRow(
                            row.line(),
                            mapper.map(row).facts().stream().map(this::shown).toList()));
                }
            }
        }
        return shown;
    }

    /** The columns of days whose order is not known yet: it is asked for when the sheet is checked. */
    private static List<String> openDays(Mapping mapping, @Nullable Profile profile) {
        return mapping.dayColumns().stream()
                .filter(column -> mapping.answers().daysIn(column) == null)
                .filter(column -> {
                    var found = profile == null ? null : profile.column(column).orElse(null);
                    return found == null || found.days().found().isOpen();
                })
                .toList();
    }

    private static Path directory(Draft draft) {
        return requireNonNull(draft.file().toAbsolutePath().getParent());
    }

    private ShownFact shown(Stated stated) {
        return switch (stated) {
            case Stated.Read read -> new ShownFact(factWords.told(read.json()), null, null);
            case Stated.Unreadable not -> new ShownFact(factWords.told(not.json()), not.column(), not.detail());
        };
    }

    private Draft draft(String id, Provenance by) {
        return drafts.of(id, by.recordedBy()).orElseThrow(DraftPages::gone);
    }
}

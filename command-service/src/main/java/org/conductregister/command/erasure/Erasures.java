package org.conductregister.command.erasure;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.claims.RecordClaims;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.entries.EntryLog;
import org.conductregister.command.entries.EntryLog.Receipt;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.entries.Today;
import org.conductregister.command.erasure.ErasurePreview.Kept;
import org.conductregister.command.erasure.ErasurePreview.Standing;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactType;
import org.conductregister.entries.History;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.PersonalDataFact;
import org.conductregister.facts.PersonalDataFact.LegalHoldPlaced;
import org.conductregister.facts.PersonalDataFact.LegalHoldReleased;
import org.conductregister.facts.PersonalDataFact.PersonalDataErased;
import org.conductregister.keys.DataKeys;
import org.conductregister.platform.Provenance;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.Confidential;
import org.conductregister.terms.text.Grounds;
import org.conductregister.terms.text.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Places and releases legal holds, and erases the personal data of cases and officers. Thread-safe. */
@Service
public class Erasures {

    private static final List<String> STAYS = List.of(
            "Days, codes, numbers and references, and who recorded what and when: every count rests on them.",
            "That there was a text, and the reason for this erasure, which must therefore name nobody.",
            "Texts about the same people on other records, until those are erased.",
            "A file with the same texts that somebody sends again: its lines are refused, and refused lines are kept until the next erasure.",
            "Published tables, and what people have downloaded, printed or copied: it is not in the register.");

    private final EntryLog log;
    private final Ledgers ledgers;
    private final RecordClaims claims;
    private final DataKeys keys;
    private final ImportRemains imports;
    private final Today today;

    Erasures(EntryLog log, Ledgers ledgers, RecordClaims claims, DataKeys keys, ImportRemains imports, Today today) {
        this.log = log;
        this.ledgers = ledgers;
        this.claims = claims;
        this.keys = keys;
        this.imports = imports;
        this.today = today;
    }

    /**
     * Returns what an erasure would do.
     *
     * @throws RecordUnknownException where nothing is recorded
     */
    ErasurePreview preview(RecordId record, Provenance by) {
        var ledger = known(record, by);
        var texts = new ArrayList<Confidential>();
        ledger.entries().forEach(entry -> addTexts(entry.fact(), texts));
        int names = (int) texts.stream().filter(PersonName.class::isInstance).count();
        int others = texts.size() - names;
        var goes = new ArrayList<String>();
        if (names > 0) {
            goes.add(names == 1 ? "The name, wherever it is shown." : "The name, as stated %d times.".formatted(names));
        }
        if (others > 0) {
            goes.add(others == 1 ? "1 text of this record." : "%d texts of this record.".formatted(others));
        }
        if (texts.isEmpty()) {
            goes.add("Nothing of this record: it has no name and no text, or they have been erased.");
        }
        goes.add(
                "What is kept of files that were imported: uploads, refused lines and profiles of all imports that have ended, and files that somebody is about to import.");
        var history = new History(ledger.entries());
        return new ErasurePreview(
                others,
                names,
                goes,
                STAYS,
                standingAgainst(record, ledger, by),
                kept(history.legalHold()),
                history.erasures().stream()
                        .map(each -> requireNonNull(kept(each)))
                        .toList());
    }

    private static @Nullable Kept kept(@Nullable PersonalDataFact fact) {
        return fact == null ? null : new Kept(fact.occurredOn(), fact.reason().value());
    }

    private static void addTexts(Fact fact, List<Confidential> to) {
        for (@Nullable Object value : FactType.of(fact).values(fact)) {
            if (value instanceof Confidential text && !text.isErased()) {
                to.add(text);
            }
        }
        if (fact instanceof EntryCorrected corrected) {
            addTexts(corrected.fact(), to);
        }
    }

    /** A record that the person may not see is to them as one that never was. */
    private Ledger<?> known(RecordId record, Provenance by) {
        var ledger = ledgers.of(record);
        if (ledger.version() == 0 || !ledgers.rules(by.sight()).see(record, ledger.entries())) {
            throw new RecordUnknownException(record);
        }
        return ledger;
    }

    /**
     * A hold or a pending matter on a record keeps all records that it has to do with. Of one that the person may not see they are told
     * that something stands against it, without its number.
     */
    private List<Standing> standingAgainst(RecordId record, Ledger<?> ledger, Provenance by) {
        var standing = new ArrayList<Standing>();
        addStanding(record, ledger, standing);
        var rules = ledgers.rules(by.sight());
        for (var other : concerned(record, ledger)) {
            var ofOther = ledgers.of(other);
            if (rules.see(other, ofOther.entries())) {
                addStanding(other, ofOther, standing);
            } else {
                addUnseen(record, other, ofOther, standing);
            }
        }
        return standing.stream().distinct().toList();
    }

    private static void addUnseen(RecordId record, RecordId unseen, Ledger<?> ledger, List<Standing> to) {
        var standing = new ArrayList<Standing>();
        addStanding(unseen, ledger, standing);
        standing.stream()
                .map(each ->
                        new Standing(each.code(), "A case that you may not see stands against it.", record.toString()))
                .forEach(to::add);
    }

    private Set<RecordId> concerned(RecordId record, Ledger<?> ledger) {
        var others = new LinkedHashSet<RecordId>();
        if (record.kind() == RecordKind.OFFICER) {
            var officer = new OfficerId(record.id());
            claims.casesNaming(officer).stream().map(RecordId::of).forEach(others::add);
            for (var duplicate : claims.duplicatesOf(officer)) {
                claims.casesNaming(duplicate).stream().map(RecordId::of).forEach(others::add);
            }
        } else if (ledger.head() instanceof CaseState state) {
            state.allegations().values().stream()
                    .map(AllegationState::officerId)
                    .filter(officer -> officer != null)
                    .map(RecordId::of)
                    .forEach(others::add);
        }
        return others;
    }

    private static void addStanding(RecordId record, Ledger<?> ledger, List<Standing> to) {
        var what = record.kind() == RecordKind.CASE ? "Case " + record.id() : "Officer " + record.id();
        if (new History(ledger.entries()).legalHold() != null) {
            to.add(new Standing("LEGAL_HOLD", what + " is under a legal hold. Release it first.", record.toString()));
        }
        if (ledger.head() instanceof CaseState state && state.opened() && isPending(state)) {
            to.add(new Standing("STILL_PENDING", what + " is pending. Close it first.", record.toString()));
        }
    }

    private static boolean isPending(CaseState state) {
        return state.closedOn() == null || state.allegations().values().stream().anyMatch(AllegationState::pending);
    }

    /**
     * Erases the personal data of a record, for good; on return it is gone.
     *
     * @throws RecordUnknownException where nothing is recorded
     * @throws ErasureRefusedException where something stands against it
     */
    Receipt erase(RecordId record, Grounds reason, Provenance by) {
        var standing = standingAgainst(record, known(record, by), by);
        if (!standing.isEmpty()) {
            throw new ErasureRefusedException(standing);
        }
        imports.requireNoneMoving();
        var receipt = new AtomicReference<@Nullable Receipt>();
        keys.erase(
                DataKeys.subjectsOf(record.toString()),
                () -> receipt.set(log(record, new PersonalDataErased(today.day(), reason), by)));
        imports.discard();
        return requireNonNull(receipt.get());
    }

    /** Places a legal hold; refused where one is on. */
    Receipt hold(RecordId record, Grounds reason, Provenance by) {
        known(record, by);
        return log(record, new LegalHoldPlaced(today.day(), reason), by);
    }

    /** Releases the legal hold; refused where none is on. */
    Receipt release(RecordId record, Grounds reason, Provenance by) {
        known(record, by);
        return log(record, new LegalHoldReleased(today.day(), reason), by);
    }

    private Receipt log(RecordId record, PersonalDataFact fact, Provenance by) {
        return log.log(record, List.of(new Entry(EntryId.random(), record, fact)), null, by);
    }

    /** The record of a case or an officer, from a path. */
    static RecordId record(String kind, String id) {
        return kind.equals("cases") ? RecordId.of(new CaseId(id)) : RecordId.of(new OfficerId(id));
    }
}

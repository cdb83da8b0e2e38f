package org.conductregister.standalone.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Logs entries as people and programs do, each until it has been answered for good: one by one and several at once, on others'
 * cases and on its own, and such as must be refused. Used by one thread.
 */
final class Writer {

    private static final int RECORDED = 201;
    private static final int REFUSED = 409;
    private static final int STALE = 412;

    /** The last entries that were acknowledged, to be sent again. */
    private static final int REMEMBERED = 50;

    private record Sent(String caseId, String entryId, String text) {}

    private record Allegation(String caseId, String allegationId, String closing) {}

    private final String name;
    private final Gateway commands;
    private final Told told;
    private final Random random;
    private final BooleanSupplier tryOn;
    private final List<Sent> notes = new ArrayList<>();
    private final List<Allegation> pending = new ArrayList<>();
    private final List<Allegation> closed = new ArrayList<>();
    private final String guarded;
    private String guardedVersion = "";
    private int number;

    /** @param tryOn whether to send again what has no answer yet */
    Writer(String name, Gateway commands, Told told, Random random, BooleanSupplier tryOn) {
        this.name = name;
        this.commands = commands;
        this.told = told;
        this.random = random;
        this.tryOn = tryOn;
        this.guarded = name + "-GUARDED";
    }

    /** @param goOn whether to begin something new */
    void write(BooleanSupplier goOn) throws InterruptedException {
        openGuarded();
        open();
        while (goOn.getAsBoolean()) {
            switch (random.nextInt(16)) {
                case 0, 1, 2 -> open();
                case 3, 4, 5 -> openWithAllegations();
                case 6, 7, 8 -> addNote();
                case 9, 10 -> close();
                case 11 -> takeClosingBack();
                case 12 -> logOnVersion();
                case 13 -> repeat();
                case 14 -> takeAnIdentifierThatIsTaken();
                default -> breakARule();
            }
        }
    }

    private void open() throws InterruptedException {
        var caseId = newCase();
        var entryId = Entries.newId(random);
        if (log(caseId, List.of(entryId), Entries.opened(entryId, caseId), RECORDED)) {
            told.opened(caseId, told.positionOf(entryId));
        }
    }

    private void openWithAllegations() throws InterruptedException {
        var caseId = newCase();
        var ids = List.of(Entries.newId(random), Entries.newId(random), Entries.newId(random));
        var entries = List.of(
                Entries.opened(ids.get(0), caseId),
                Entries.reported(ids.get(1), caseId, "A1"),
                Entries.reported(ids.get(2), caseId, "A2"));
        if (log(caseId, ids, entries.toString(), RECORDED)) {
            told.opened(caseId, told.positionOf(ids.get(2)));
            pending.add(new Allegation(caseId, "A1", ""));
            pending.add(new Allegation(caseId, "A2", ""));
        }
    }

    private void addNote() throws InterruptedException {
        var note = new Sent(told.anyOpened(random), Entries.newId(random), "by " + name);
        if (log(note.caseId, List.of(note.entryId), body(note), RECORDED)) {
            notes.add(note);
            if (notes.size() > REMEMBERED) {
                notes.removeFirst();
            }
        }
    }

    private void close() throws InterruptedException {
        if (!pending.isEmpty()) {
            var one = pending.remove(random.nextInt(pending.size()));
            var entryId = Entries.newId(random);
            if (log(one.caseId, List.of(entryId), Entries.closed(entryId, one.caseId, one.allegationId), RECORDED)) {
                closed.add(new Allegation(one.caseId, one.allegationId, entryId));
            }
        }
    }

    private void takeClosingBack() throws InterruptedException {
        if (!closed.isEmpty()) {
            var one = closed.remove(random.nextInt(closed.size()));
            var entryId = Entries.newId(random);
            log(one.caseId, List.of(entryId), Entries.retracted(entryId, one.caseId, one.closing), RECORDED);
        }
    }

    private void openGuarded() throws InterruptedException {
        var entryId = Entries.newId(random);
        guardedVersion = logged(Call.log(guarded, Entries.opened(entryId, guarded)), List.of(entryId), RECORDED)
                .flatMap(Answer::etag)
                .orElse("");
    }

    /** On the version that the case has, and once more on the same one, which it then no longer has. */
    private void logOnVersion() throws InterruptedException {
        var first = Entries.newId(random);
        var second = Entries.newId(random);
        var version = guardedVersion;
        var answer = logged(
                Call.log(guarded, Entries.note(first, guarded, name)).ifMatch(version), List.of(first), RECORDED);
        if (answer.isPresent()) {
            guardedVersion = answer.get().etag().orElseThrow();
            logged(Call.log(guarded, Entries.note(second, guarded, name)).ifMatch(version), List.of(second), STALE);
        }
    }

    private void repeat() throws InterruptedException {
        if (!notes.isEmpty()) {
            var again = notes.get(random.nextInt(notes.size()));
            log(again.caseId, List.of(again.entryId), body(again), RECORDED);
        }
    }

    private void takeAnIdentifierThatIsTaken() throws InterruptedException {
        if (!notes.isEmpty()) {
            var taken = notes.get(random.nextInt(notes.size()));
            var other = Entries.note(taken.entryId, taken.caseId, "something else");
            logged(Call.log(taken.caseId, other), List.of(), REFUSED);
        }
    }

    private void breakARule() throws InterruptedException {
        var entryId = Entries.newId(random);
        if (random.nextBoolean()) {
            log("NEVER", List.of(entryId), Entries.note(entryId, "NEVER", name), REFUSED);
        } else {
            var caseId = told.anyOpened(random);
            log(caseId, List.of(entryId), Entries.opened(entryId, caseId), REFUSED);
        }
    }

    private String newCase() {
        return name + "-" + number++;
    }

    private static String body(Sent note) {
        return Entries.note(note.entryId, note.caseId, note.text);
    }

    private boolean log(String caseId, List<String> ids, String entries, int expected) throws InterruptedException {
        return logged(Call.log(caseId, entries), ids, expected).isPresent();
    }

    /** Returns the answer, where it is the expected one. */
    private Optional<Answer> logged(Call call, List<String> ids, int expected) throws InterruptedException {
        while (tryOn.getAsBoolean()) {
            var answer = commands.call(call, random);
            if (answer.isPresent() && !answer.get().saysTryAgain()) {
                return takenNoteOf(answer.get(), call, ids, expected);
            }
            Pace.keep();
        }
        return Optional.empty();
    }

    private Optional<Answer> takenNoteOf(Answer answer, Call call, List<String> ids, int expected) {
        if (answer.status() == RECORDED) {
            answer.json().forEach(told::acknowledged);
        } else if (answer.status() == REFUSED || answer.status() == STALE) {
            told.refused(ids);
        }
        if (answer.status() != expected) {
            told.fault("%d was to be expected: %s: %s".formatted(expected, call, answer));
            return Optional.empty();
        }
        return Optional.of(answer);
    }
}

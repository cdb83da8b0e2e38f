package org.conductregister.standalone.nodes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Faults that befall the nodes, one after another, the same ones for the same seed. */
final class Faults {

    /** The kinds of fault. */
    enum Kind {
        KILL,
        END,
        STOP,
        CUT_OFF,
        VIEW_STORE_GONE
    }

    private static final int LONGEST_MILLIS = 12_000;
    private static final int VIEW_STORE_GONE_MILLIS = 20_000;

    private final List<Node> commands;
    private final List<Node> queries;
    private final Relay views;
    private final Random random;
    private final BooleanSupplier goOn;
    private final List<String> happened = new ArrayList<>();

    Faults(List<Node> commands, List<Node> queries, Relay views, long seed, BooleanSupplier goOn) {
        this.commands = commands;
        this.queries = queries;
        this.views = views;
        this.random = new Random(seed);
        this.goOn = goOn;
    }

    void befall() throws IOException, InterruptedException {
        while (goOn.getAsBoolean()) {
            pause(1_000 + random.nextInt(3_000));
            var kind = Kind.values()[random.nextInt(Kind.values().length)];
            var node = random.nextBoolean()
                    ? commands.get(random.nextInt(commands.size()))
                    : queries.get(random.nextInt(queries.size()));
            int millis = 1_000 + random.nextInt(LONGEST_MILLIS);
            happened.add("%s %s %d ms".formatted(kind, kind == Kind.VIEW_STORE_GONE ? "" : node.name(), millis));
            befall(kind, node, millis);
        }
    }

    private void befall(Kind kind, Node node, int millis) throws IOException, InterruptedException {
        switch (kind) {
            case KILL -> {
                node.kill();
                pause(millis / 4);
                node.startAgain();
            }
            case END -> {
                node.end();
                node.startAgain();
            }
            case STOP -> {
                node.signal("STOP");
                pause(millis);
                node.signal("CONT");
            }
            case CUT_OFF -> {
                node.events().cut(true);
                pause(millis);
                node.events().cut(false);
            }
            case VIEW_STORE_GONE -> {
                views.gone(true);
                pause(Math.min(2 * millis, VIEW_STORE_GONE_MILLIS));
                views.gone(false);
            }
        }
    }

    /** Lets a fault last. */
    private static void pause(int millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    /** All that has happened, in order. */
    List<String> happened() {
        return happened;
    }
}

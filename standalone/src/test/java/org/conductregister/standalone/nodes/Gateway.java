package org.conductregister.standalone.nodes;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;

/**
 * Passes each call on to a node, and to the next one where that does not answer. During a rolling restart, when nothing else
 * befalls the nodes, it takes note of each call that nobody has answered for good.
 */
final class Gateway {

    private final List<Node> nodes;
    private final Told told;
    private final IntSupplier rollingRestart;

    /** @param rollingRestart the number of the one under way; 0 where there is none */
    Gateway(List<Node> nodes, Told told, IntSupplier rollingRestart) {
        this.nodes = nodes;
        this.told = told;
        this.rollingRestart = rollingRestart;
    }

    /** Returns the answer of a node; empty where none has answered. */
    Optional<Answer> call(Call call, Random random) throws InterruptedException {
        int before = rollingRestart.getAsInt();
        int first = random.nextInt(nodes.size());
        Optional<Answer> answer = Optional.empty();
        for (int i = 0; i < nodes.size() && answer.isEmpty(); i++) {
            answer = answerOf(nodes.get((first + i) % nodes.size()), call);
        }
        if (answer.isEmpty() || answer.get().saysTryAgain()) {
            told.notAnswered();
        }
        boolean refused = answer.map(Answer::isRefusal).orElse(true);
        if (refused && before > 0 && before == rollingRestart.getAsInt()) {
            told.fault("refused in a rolling restart: %s %s: %s"
                    .formatted(
                            call.method(),
                            call.path(),
                            answer.map(Answer::toString).orElse("no answer")));
        }
        return answer;
    }

    private static Optional<Answer> answerOf(Node node, Call call) throws InterruptedException {
        try {
            return Optional.of(Answer.of(node, node.call(call)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

package org.conductregister.query.integrity.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.conductregister.tlog.Checkpoint;
import org.conductregister.tlog.MerkleProofs;
import org.conductregister.tlog.SignedNote;
import org.conductregister.tlog.TreeHasher;
import org.conductregister.tlog.VerifierKey;

/** A witness as C2SP's tlog-witness has it, with a server of its own; it can be made to answer otherwise. */
final class TestWitness implements AutoCloseable {

    /** Answers a call, and closes it. */
    interface Behaviour {
        void answer(HttpExchange call, String body) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String name;
    private final KeyPair pair;
    private final Map<String, Checkpoint> seen = new HashMap<>();

    /** The bodies of all calls. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    volatile Behaviour behaviour = this::honestly;

    TestWitness(String name) throws IOException, GeneralSecurityException {
        this.name = name;
        this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", call -> {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(body);
            behaviour.answer(call, body);
            call.close();
        });
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    VerifierKey key() {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] all = ByteBuffer.allocate(33)
                .put((byte) 4)
                .put(encoded, encoded.length - 32, 32)
                .array();
        return VerifierKey.parse(
                "%s+%08x+%s".formatted(name, id(all), Base64.getEncoder().encodeToString(all)));
    }

    private int id(byte[] all) {
        var digest = TreeHasher.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest.digest(all)).getInt();
    }

    /** Checks what it is sent, as the specification says, and signs it. */
    private synchronized void honestly(HttpExchange call, String body) throws IOException {
        String[] parts = body.split("\n\n", 2);
        List<String> lines = parts[0].lines().toList();
        long old = Long.parseLong(lines.getFirst().substring("old ".length()));
        List<byte[]> proof =
                lines.stream().skip(1).map(Base64.getDecoder()::decode).toList();
        String text = SignedNote.parse(parts[1]).text();
        Checkpoint head = Checkpoint.parse(text);
        Checkpoint before = seen.get(head.origin());
        long known = before == null ? 0 : before.size();
        if (!call.getRequestURI().getPath().equals("/add-checkpoint")) {
            answer(call, 404, "");
        } else if (old != known) {
            answer(call, 409, known + "\n");
        } else if (before != null
                && !MerkleProofs.extendsTree(before.root(), before.size(), head.root(), head.size(), proof)) {
            answer(call, 422, "It does not extend what I saw\n");
        } else {
            seen.put(head.origin(), head);
            answer(call, 200, cosignature(text, Instant.now().getEpochSecond()));
        }
    }

    /** Returns the line with a signature of a head, made at a second since 1970-01-01T00:00:00Z. */
    String cosignature(String text, long at) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update("cosignature/v1\ntime %d\n%s".formatted(at, text).getBytes(StandardCharsets.UTF_8));
            byte[] bytes = signature.sign();
            int id = HexFormat.fromHexDigits(key().toString().split("\\+", 3)[1]);
            byte[] all = ByteBuffer.allocate(12 + bytes.length)
                    .putInt(id)
                    .putLong(at)
                    .put(bytes)
                    .array();
            return "\u2014 %s %s\n".formatted(name, Base64.getEncoder().encodeToString(all));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String textIn(String body) {
        return SignedNote.parse(body.split("\n\n", 2)[1]).text();
    }

    static void answer(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
    }

    /** Returns the sizes that it was told it had seen. */
    List<Long> oldSizes() {
        return calls.stream()
                .flatMap(body -> Stream.of(body.split("\n", 2)[0]))
                .map(line -> Long.parseLong(line.substring("old ".length())))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package dev.alb.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.verify.probes.Entrance;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A stack that is served on this machine, as {@code ./alb sandbox serve} says it while it runs.
 *
 * @param ports of AWS's listeners, and those that stand for them here
 * @param authority the file of the authority that made its certificates
 * @param api where what AWS would tell is told
 */
record Served(Map<Integer, Integer> ports, Path authority, URI api) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOOPBACK = "127.0.0.1";
    private static final long PAUSE = 200;

    /**
     * Finds it.
     *
     * @param sandbox the folder of the sandbox
     * @param wait how long to wait for it
     * @throws Failure if nothing is served
     */
    static Served find(Path sandbox, String stack, Duration wait) {
        Path file = sandbox.resolve("serve").resolve(stack + ".json");
        long end = System.nanoTime() + wait.toNanos();
        Optional<Served> served = read(file);
        while (served.isEmpty() && System.nanoTime() < end && pause()) {
            served = read(file);
        }
        return served.orElseThrow(() -> Failure.tool("nothing serves " + stack + " in the sandbox " + sandbox
                + "; deploy it with: ./alb deploy --sandbox, and serve it with: ./alb sandbox serve"));
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Nothing where there is no file, or where the one who wrote it has gone without deleting it. */
    private static Optional<Served> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(file.toFile());
            boolean runs = ProcessHandle.of(json.path("pid").asLong())
                    .filter(ProcessHandle::isAlive)
                    .isPresent();
            return runs ? Optional.of(of(json)) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            // It is being written.
            return Optional.empty();
        }
    }

    private static Served of(JsonNode json) {
        Map<Integer, Integer> ports = new TreeMap<>();
        json.path("listeners")
                .forEach(listener -> ports.put(
                        listener.path("port").asInt(),
                        listener.path("local_port").asInt()));
        return new Served(
                ports,
                Path.of(json.path("certificate_authority").asText()),
                URI.create(json.path("api").asText()));
    }

    /** Where a listener is reached; empty if it isn't served. */
    Optional<Entrance> at(Entrance entrance) {
        return Optional.ofNullable(ports.get(entrance.port())).map(port -> entrance.at(LOOPBACK, port));
    }
}

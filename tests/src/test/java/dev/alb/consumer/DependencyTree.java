package dev.alb.consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a project brings along, and who asked for it, as Maven writes it in the "trivial graph format". */
record DependencyTree(Map<String, String> artifacts, List<Edge> edges) {

    /** One artifact that asks for another. */
    record Edge(String parent, String child) {}

    static DependencyTree read(Path graph) throws IOException {
        Map<String, String> artifacts = new LinkedHashMap<>();
        List<Edge> edges = new ArrayList<>();
        boolean inEdges = false;
        for (String line : Files.readAllLines(graph)) {
            String[] words = line.split(" ");
            if (line.equals("#")) {
                inEdges = true;
            } else if (inEdges) {
                edges.add(new Edge(artifacts.get(words[0]), artifacts.get(words[1])));
            } else {
                artifacts.put(words[0], words[1].replaceAll("[()]", ""));
            }
        }
        return new DependencyTree(artifacts, edges);
    }

    /** {@code group:artifact} of each. */
    Collection<String> names() {
        return artifacts.values().stream()
                .map(artifact -> artifact.split(":")[0] + ":" + artifact.split(":")[1])
                .distinct()
                .sorted()
                .toList();
    }
}

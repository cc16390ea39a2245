package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which block of a configuration has become which element of a list or set.
 *
 * <p>A block belongs to an element if it agrees with no other one that is left. Elements that are all the same are given to
 * their blocks in any order, since it makes no difference.
 */
final class BlockPairs {
    private final JsonNode blocks;
    private final JsonNode items;
    private final List<Set<Integer>> candidates = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();
    private final JsonNode[] pairs;

    private BlockPairs(JsonNode blocks, JsonNode items) {
        this.blocks = blocks;
        this.items = items;
        this.pairs = new JsonNode[items.size()];
        forgetAll();
    }

    private void forgetAll() {
        Arrays.fill(pairs, MissingNode.getInstance());
    }

    /** The block of each element; a missing node where it is not clear. */
    static List<JsonNode> blocksOf(JsonNode configured, JsonNode items) {
        BlockPairs pairs = new BlockPairs(configured, items);
        if (configured.isObject() && items.size() == 1) {
            return List.of(configured);
        }
        if (configured.isArray() && configured.size() <= items.size()) {
            pairs.find();
        }
        return List.of(pairs.pairs);
    }

    private void find() {
        for (JsonNode block : blocks) {
            Set<Integer> agreeing = new HashSet<>();
            IntStream.range(0, items.size())
                    .filter(item -> Agreement.ofBlock(block, items.get(item)))
                    .forEach(agreeing::add);
            candidates.add(agreeing);
        }
        while (takeOne()) {}
        takeEqual();
        if (taken.size() < blocks.size() && isContradiction()) {
            forgetAll();
        }
    }

    /** A block that has become none of the elements shows that values are not as they are written. */
    private boolean isContradiction() {
        return IntStream.range(0, blocks.size())
                .anyMatch(block -> candidates.get(block).isEmpty() && !taken.contains(block));
    }

    private boolean takeOne() {
        for (int block = 0; block < candidates.size(); block++) {
            if (candidates.get(block).size() == 1) {
                int item = candidates.get(block).iterator().next();
                pairs[item] = blocks.get(block);
                taken.add(block);
                candidates.forEach(others -> others.remove(item));
                return true;
            }
        }
        return false;
    }

    private void takeEqual() {
        for (int block = 0; block < candidates.size(); block++) {
            List<Integer> shared = candidates.get(block).stream().sorted().toList();
            List<Integer> sharing = sharing(shared);
            if (sharing.size() == shared.size() && areEqual(shared)) {
                for (int i = 0; i < shared.size(); i++) {
                    pairs[shared.get(i)] = blocks.get(sharing.get(i));
                }
            }
        }
    }

    private List<Integer> sharing(List<Integer> shared) {
        return IntStream.range(0, candidates.size())
                .filter(block -> candidates.get(block).size() == shared.size()
                        && candidates.get(block).containsAll(shared))
                .boxed()
                .toList();
    }

    private boolean areEqual(List<Integer> shared) {
        return shared.stream().map(items::get).distinct().count() == 1;
    }
}

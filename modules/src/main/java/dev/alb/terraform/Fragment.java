package dev.alb.terraform;

import com.hashicorp.cdktf.TerraformElement;
import com.hashicorp.cdktf.TerraformStack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import software.constructs.Construct;

/**
 * The part of a stack's JSON that holds the arguments of all its resources.
 *
 * <p>CDKTF's core has no way to give a {@code TerraformResource} its arguments in one call, and each call is a round trip
 * to Node. So the arguments stay in Java, and this element hands them over when the stack is synthesized, in a single
 * answer. CDKTF merges the elements of a stack in the order of its tree; being the first, it leaves the last word to
 * whatever a caller overrides on a resource.
 */
final class Fragment extends TerraformElement {
    /**
     * JavaScript puts keys that are integers before all others, whenever they were added. So this id makes the fragment
     * the first element of its stack, even where other constructs were there before it.
     */
    private static final String FIRST = "0";

    private static final Map<Construct, Scope> SCOPES = Collections.synchronizedMap(new WeakHashMap<>());

    private final TerraformStack stack;
    private final String stackPath;
    private final Inventory inventory;
    private final List<Placement> placements = new ArrayList<>();
    private boolean synthesizing;

    private Fragment(TerraformStack stack) {
        super(stack, FIRST);
        this.stack = stack;
        this.stackPath = stack.getNode().getPath();
        this.inventory = Inventory.ofRoot((Construct) stack.getNode().getRoot());
        inventory.addFragment(this);
    }

    /** What is known of a scope, so that its next resource costs no round trip. */
    private record Scope(Fragment fragment, List<String> path, boolean namesItself) {}

    /** The fragment of the stack in which a scope stands. */
    static Fragment of(Construct scope) {
        return scope(scope).fragment;
    }

    /** The inventory of the app to which the stack belongs. */
    Inventory inventory() {
        return inventory;
    }

    /** The ids from the root of the app down to a construct, which are its own in the whole app. */
    static String pathOf(Construct scope, String id) {
        Scope known = scope(scope);
        List<String> path = new ArrayList<>(known.path);
        path.add(0, known.fragment.stackPath);
        path.add(id);
        return String.join("/", path);
    }

    Placement place(String block, String type, String id, Map<String, Object> arguments, Construct scope) {
        Placement placement = new Placement(scope, block, type, nameOf(id, scope), arguments);
        placements.add(placement);
        return placement;
    }

    /** The addresses that stand more than once in this stack: CDKTF would merge such resources into one. */
    List<String> clashes() {
        Set<String> seen = new HashSet<>();
        return present().stream()
                .map(p -> (p.block().equals("data") ? "data." : "") + p.address())
                .filter(address -> !seen.add(address))
                .toList();
    }

    /** CDKTF asks for metadata only when it makes the JSON, not when it looks for references between stacks. */
    @Override
    public Object toMetadata() {
        synthesizing = true;
        return Map.of();
    }

    /**
     * All arguments; or, while CDKTF looks for references between stacks, only the texts that may hold one.
     *
     * @throws InvalidInput with every violation in the whole app, before anything is written
     */
    @Override
    public Object toTerraform() {
        inventory.check();
        if (!synthesizing) {
            return Map.of("//", references());
        }
        synthesizing = false;
        Map<String, Map<String, Map<String, Object>>> blocks = new LinkedHashMap<>();
        for (Placement p : present()) {
            blocks.computeIfAbsent(p.block(), b -> new LinkedHashMap<>())
                    .computeIfAbsent(p.type(), t -> new LinkedHashMap<>())
                    .put(p.name(), p.arguments());
        }
        return blocks;
    }

    private List<Placement> present() {
        return placements.stream().filter(p -> !p.isMovedAway()).toList();
    }

    private List<Object> references() {
        return present().stream()
                .flatMap(p -> references(p.arguments()))
                .distinct()
                .toList();
    }

    private static Stream<Object> references(Object value) {
        if (value instanceof String text) {
            return Stream.of(value).filter(v -> Text.isReference(text));
        }
        if (value instanceof List<?> list) {
            return isToken(list) ? Stream.of(list) : list.stream().flatMap(Fragment::references);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(Fragment::references);
        }
        return Stream.empty();
    }

    /** A token for a whole list is the only element of a list, out of which CDKTF does not take it for one. */
    private static boolean isToken(List<?> list) {
        return list.size() == 1 && list.get(0) instanceof String text && text.startsWith("#{TfToken[");
    }

    private String nameOf(String id, Construct scope) {
        Scope known = scope(scope);
        if (known.namesItself) {
            return stack.getLogicalId((TerraformElement) scope.getNode().findChild(id));
        }
        List<String> path = new ArrayList<>(known.path);
        path.add(id.replace("/", "--"));
        return LogicalId.of(path);
    }

    private static Scope scope(Construct scope) {
        Scope known = SCOPES.get(scope);
        if (known == null) {
            known = lookUp(scope);
            SCOPES.put(scope, known);
        }
        return known;
    }

    private static Scope lookUp(Construct scope) {
        TerraformStack stack = TerraformStack.of(scope);
        if (scope == stack) {
            return new Scope(new Fragment(stack), List.of(), namesItself(stack));
        }
        Scope ofStack = scope(stack);
        String below = scope.getNode().getPath().substring(ofStack.fragment.stackPath.length() + 1);
        return new Scope(ofStack.fragment, List.of(below.split("/")), ofStack.namesItself);
    }

    /** Whether a stack has a naming scheme of its own, which then has to be asked. */
    private static boolean namesItself(TerraformStack stack) {
        for (Class<?> type = stack.getClass(); type != TerraformStack.class; type = type.getSuperclass()) {
            for (var method : type.getDeclaredMethods()) {
                if (method.getName().equals("allocateLogicalId")) {
                    return true;
                }
            }
        }
        return false;
    }
}

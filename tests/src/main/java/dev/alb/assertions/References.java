package dev.alb.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows a reference from how it is written to what it means. */
final class References {
    /** The types whose id is their ARN, so that both attributes are one reference. */
    private static final Set<String> WITH_ARN_AS_ID = Set.of(
            "aws_lb",
            "aws_lb_listener",
            "aws_lb_listener_rule",
            "aws_lb_target_group",
            "aws_lb_trust_store",
            "aws_alb",
            "aws_alb_listener",
            "aws_alb_listener_rule",
            "aws_alb_target_group",
            "aws_acm_certificate",
            "aws_sns_topic");

    private static final Pattern WHOLE_EXPRESSION = Pattern.compile("\\$\\{([^{}]*)}");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z_][\\w-]*(\\.[\\w-]+|\\[\\d+]|\\[\"[^\"]+\"])+");
    private static final List<String> IDENTITIES = List.of("arn", "id", "name");

    private final SynthesizedStack home;

    References(SynthesizedStack home) {
        this.home = home;
    }

    /**
     * Every address that a text stands for, as written first and as meant last; empty for a text that is not exactly one
     * reference. Addresses in another stack begin with its name: {@code network/aws_lb.wiki.arn}.
     */
    Set<String> meanings(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher expression = WHOLE_EXPRESSION.matcher(text.strip());
        if (expression.matches()) {
            follow(home, expression.group(1).strip(), found);
        }
        return found;
    }

    /** The same for a text that is an address without braces, as in {@code depends_on}. */
    Set<String> meaningsOfAddress(String address) {
        Set<String> found = new LinkedHashSet<>();
        follow(home, address.strip(), found);
        return found;
    }

    /** What a test expects, in the spelling of {@link #meanings}. */
    String expected(String reference) {
        String address = reference.strip();
        Matcher expression = WHOLE_EXPRESSION.matcher(address);
        if (expression.matches()) {
            address = expression.group(1).strip();
        }
        int slash = address.indexOf('/');
        if (slash >= 0) {
            return address.substring(0, slash + 1) + spelled(address.substring(slash + 1));
        }
        return spelled(address);
    }

    /** Whether an address, in whatever stack it stands, is the one that is expected. */
    boolean isMeant(String expected, Set<String> meanings) {
        if (expected.indexOf('/') >= 0) {
            return meanings.contains(expected) || meanings.contains(withoutHome(expected));
        }
        return meanings.contains(expected)
                || (!home.declares(expected) && meanings.stream().anyMatch(m -> m.endsWith("/" + expected)));
    }

    private String withoutHome(String expected) {
        String prefix = home.name() + "/";
        return expected.startsWith(prefix) ? expected.substring(prefix.length()) : expected;
    }

    private void follow(SynthesizedStack stack, String address, Set<String> found) {
        if (!ADDRESS.matcher(address).matches()) {
            return;
        }
        String spelled = spelled(address);
        if (!found.add(stack == home ? spelled : stack.name() + "/" + spelled)) {
            return;
        }
        List<String> steps = JsonPath.of(address).steps();
        if (steps.get(0).equals("local")) {
            followValue(stack, descend(stack.json().path("locals"), steps.subList(1, steps.size())), found);
        } else if (spelled.startsWith("data.terraform_remote_state.") && steps.size() > 4) {
            followOutput(stack, steps, found);
        } else if (steps.get(0).equals("data") && steps.size() > 3) {
            followData(stack, steps, found);
        }
    }

    private void followValue(SynthesizedStack stack, JsonNode value, Set<String> found) {
        Matcher expression = WHOLE_EXPRESSION.matcher(value.asText(""));
        if (expression.matches()) {
            follow(stack, expression.group(1).strip(), found);
        }
    }

    private void followOutput(SynthesizedStack stack, List<String> steps, Set<String> found) {
        stack.stackOfRemoteState(steps.get(2)).ifPresent(other -> {
            JsonNode value = other.json().path("output").path(steps.get(4)).path("value");
            followValue(other, descend(value, steps.subList(5, steps.size())), found);
        });
    }

    /** A data source that is found by an attribute of a resource of its type means that resource. */
    private void followData(SynthesizedStack stack, List<String> steps, Set<String> found) {
        String type = steps.get(1);
        JsonNode query = stack.json().path("data").path(type).path(steps.get(2));
        String attribute = String.join(".", steps.subList(3, steps.size()));
        for (String identity : IDENTITIES) {
            String value = query.path(identity).asText("");
            foundByReference(stack, type, value)
                    .or(() -> foundByName(stack, type, identity, value))
                    .ifPresent(resource -> follow(stackOf(resource, stack), local(resource) + "." + attribute, found));
        }
    }

    private Optional<String> foundByReference(SynthesizedStack stack, String type, String value) {
        Set<String> meanings = new LinkedHashSet<>();
        Matcher expression = WHOLE_EXPRESSION.matcher(value);
        if (expression.matches()) {
            follow(stack, expression.group(1).strip(), meanings);
        }
        return meanings.stream()
                .filter(m -> local(m).startsWith(type + "."))
                .map(m -> m.substring(0, m.lastIndexOf('.')))
                .findFirst();
    }

    private Optional<String> foundByName(SynthesizedStack stack, String type, String identity, String value) {
        if (!identity.equals("name") || value.isEmpty() || value.contains("${")) {
            return Optional.empty();
        }
        return stack.blocks(type).stream()
                .filter(block -> block.json().path("name").asText("").equals(value))
                .map(block -> (stack == home ? "" : stack.name() + "/") + block.address())
                .findFirst();
    }

    private SynthesizedStack stackOf(String address, SynthesizedStack otherwise) {
        int slash = address.indexOf('/');
        return slash < 0 ? home : otherwise.sibling(address.substring(0, slash)).orElse(otherwise);
    }

    private static String local(String address) {
        return address.substring(address.indexOf('/') + 1);
    }

    /** A value in a local or output, or the reference in it with the rest of the way appended. */
    private static JsonNode descend(JsonNode root, List<String> steps) {
        JsonNode node = root;
        for (int i = 0; i < steps.size(); i++) {
            if (node.isTextual()) {
                Matcher expression = WHOLE_EXPRESSION.matcher(node.asText());
                String rest = String.join(".", steps.subList(i, steps.size()));
                return expression.matches() ? Json.of("${" + expression.group(1) + "." + rest + "}") : node;
            }
            node = JsonPath.of(steps.get(i)).in(node);
        }
        return node;
    }

    /** One spelling for each address: dots between all steps, and {@code arn} where id and ARN are one. */
    private static String spelled(String address) {
        List<String> steps = JsonPath.of(address).steps();
        int type = steps.get(0).equals("data") ? 1 : 0;
        int last = steps.size() - 1;
        if (last >= type + 2 && steps.get(last).equals("id") && WITH_ARN_AS_ID.contains(steps.get(type))) {
            return String.join(".", steps.subList(0, last)) + ".arn";
        }
        return String.join(".", steps);
    }
}

package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Change.Action;
import dev.alb.snapshot.Resource;
import dev.alb.snapshot.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A new resource with a name, or a port, that another one still has when it is made. */
final class TakenName implements Check {
    static final Kind TAKEN = new Kind(
            "name-taken",
            Section.REPLACEMENT,
            "A name is still taken when it is needed",
            "AWS refuses to make the new one, and the apply stops halfway.");

    /**
     * What has to be unique.
     *
     * @param attributes that no two have in common
     * @param error AWS's word for it
     */
    private record Uniqueness(String type, List<String> attributes, String error) {
        /** Empty where one of them isn't known. */
        Optional<String> key(Value values) {
            List<String> texts = attributes.stream()
                    .flatMap(name -> values.at(name).text().filter(text -> !text.isEmpty()).stream())
                    .toList();
            return texts.size() == attributes.size() ? Optional.of(String.join("\n", texts)) : Optional.empty();
        }

        String shown(Value values) {
            return attributes.stream()
                    .filter(name -> name.equals("name") || name.equals("port"))
                    .map(name -> name + " " + values.at(name).text(""))
                    .reduce("", String::concat);
        }
    }

    private static final List<Uniqueness> UNIQUE = List.of(
            new Uniqueness("aws_lb", List.of("name"), "DuplicateLoadBalancerName"),
            new Uniqueness("aws_lb_target_group", List.of("name"), "DuplicateTargetGroupName"),
            new Uniqueness("aws_lb_listener", List.of("load_balancer_arn", "port"), "DuplicateListener"),
            new Uniqueness("aws_security_group", List.of("name", "vpc_id"), "InvalidGroup.Duplicate"));

    @Override
    public List<Kind> kinds() {
        return List.of(TAKEN);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return UNIQUE.stream().flatMap(unique -> findings(comparison, unique)).toList();
    }

    private static Stream<Finding> findings(Comparison comparison, Uniqueness unique) {
        return Changed.of(comparison, unique.type())
                .filter(change ->
                        change.action() == Action.CREATE || change.action().isReplacement())
                .flatMap(change -> clash(comparison, unique, change).stream());
    }

    private static Optional<Finding> clash(Comparison comparison, Uniqueness unique, Change change) {
        Optional<String> wanted = unique.key(change.after());
        return wanted.flatMap(key -> comparison.plan().before().ofType(unique.type()).stream()
                .filter(resource -> unique.key(resource.values()).equals(wanted))
                .filter(resource -> isInTheWay(change, resource))
                .findFirst()
                .map(holder -> finding(comparison, unique, change, holder)));
    }

    /** What is deleted before it is made anew is in nobody's way. */
    private static boolean isInTheWay(Change change, Resource resource) {
        boolean isItself = resource.address().equals(change.address());
        return !isItself || change.action() == Action.CREATE_THEN_DELETE;
    }

    private static Finding finding(Comparison comparison, Uniqueness unique, Change change, Resource holder) {
        boolean isItself = holder.address().equals(change.address());
        boolean goes = Changed.isLost(comparison, holder.address());
        String who = isItself ? "the old one" : holder.address();
        return TAKEN.at(
                change.address(),
                holder.address(),
                isItself || !goes ? Severity.HIGH : Severity.MEDIUM,
                "It is made with the " + unique.shown(change.after()) + ", which " + who + " has. AWS refuses that ("
                        + unique.error() + ")"
                        + (isItself
                                ? ", as the old one is deleted only afterwards, and the apply stops."
                                : !goes
                                        ? ", and the apply stops."
                                        : " if it is made before the other one is deleted, and nothing tells Terraform the order."),
                isItself
                        ? "Use name_prefix, or let the name change with what forces the replacement."
                        : goes
                                ? "If it is the same thing under another address, write a moved block. Otherwise delete the old one"
                                        + " in an apply of its own."
                                : "Choose another one.");
    }
}

package dev.alb.snapshot;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a plan as {@code terraform show -json} writes it.
 *
 * <p>A resource that is moved stands at its new address before the plan as well, so that both sides can be compared. What
 * {@code -target} leaves out, and data sources that were read for the plan, are the same on both sides. A resource that
 * Terraform forgets keeps its values, as it stays in AWS. Where values come from is taken from the configuration in the plan.
 */
public final class PlanFile {
    private final Document document;
    private final List<PlannedChange> changes;
    private final List<Resource> untouched;
    private final Configuration configuration;

    private PlanFile(Document document) throws UnreadableInput {
        this.document = document;
        this.changes = PlannedChange.all(document, "resource_changes");
        this.untouched = untouched();
        List<String> addresses = Stream.concat(
                        current()
                                .filter(change -> change.action() != Change.Action.DELETE)
                                .map(PlannedChange::address),
                        untouched.stream().map(Resource::address))
                .toList();
        this.configuration = new Configuration(document.object("configuration"), new Instances(addresses));
    }

    /**
     * The plan in a file.
     *
     * @throws UnreadableInput if it holds no plan in JSON of format 1
     */
    public static Plan read(Path file) throws UnreadableInput {
        return of(InputFile.read(file));
    }

    /**
     * The plan in a stream.
     *
     * @param name how messages call it
     * @throws UnreadableInput if it holds no plan in JSON of format 1
     */
    public static Plan read(InputStream in, String name) throws UnreadableInput {
        return of(DocumentReader.read(in, name));
    }

    static Plan of(Document document) throws UnreadableInput {
        Kinds.require(document, "a plan", Document.Kind.PLAN);
        FormatVersion.check(document);
        return new PlanFile(document).plan();
    }

    private Plan plan() throws UnreadableInput {
        List<Change> planned = new ArrayList<>();
        List<Resource> after = new ArrayList<>(untouched);
        for (PlannedChange change : changes) {
            Value values = change.after(change.isDeposed() ? Origin.NONE : configuration.originOf(change.address()));
            planned.add(change.toChange(values));
            if (!change.isDeposed() && change.action() != Change.Action.DELETE) {
                boolean stays = change.action() == Change.Action.FORGET;
                after.add(change.resource(stays ? change.before() : values));
            }
        }
        return new Plan(
                document.text("terraform_version"),
                new Snapshot(before()),
                new Snapshot(after),
                sorted(planned),
                drift(),
                document.flag("errored", false),
                document.flag("complete", true),
                PlanExtras.deferred(document),
                PlanExtras.actions(document));
    }

    private List<Resource> before() {
        List<Resource> before = new ArrayList<>(untouched);
        current()
                .filter(change -> !change.before().isAbsent())
                .forEach(change -> before.add(change.resource(change.before())));
        return before;
    }

    private List<Change> drift() throws UnreadableInput {
        return sorted(PlannedChange.all(document, "resource_drift").stream()
                .filter(change -> change.action() != Change.Action.NO_OP)
                .map(change -> change.toChange(change.after(Origin.NONE)))
                .toList());
    }

    /** What the plan says nothing about. */
    private List<Resource> untouched() throws UnreadableInput {
        Set<String> named = new HashSet<>();
        current().forEach(change -> {
            named.add(change.address());
            String previous = change.previousAddress();
            if (previous != null) {
                named.add(previous);
            }
        });
        return ShownResources.of(
                        document,
                        "prior_state.values",
                        document.object("prior_state").path("values"))
                .stream()
                .filter(resource -> !named.contains(resource.address()))
                .toList();
    }

    private Stream<PlannedChange> current() {
        return changes.stream().filter(change -> !change.isDeposed());
    }

    private static List<Change> sorted(List<Change> changes) {
        return changes.stream()
                .sorted(Comparator.comparing(Change::address).thenComparing(Change::isDeposed))
                .toList();
    }
}

package dev.alb.snapshot;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All resources at one moment, and how they point to one another. */
public final class Snapshot {
    private static final List<String> IDENTIFIERS = List.of("arn", "id");

    private final List<Resource> resources;
    private final Map<String, Resource> byAddress = new HashMap<>();
    private final Map<String, Resource> byIdentifier = new HashMap<>();
    private final Map<String, List<Resource>> managed;

    /** Sorts the resources by their addresses; one that Terraform manages comes before a data source that found it. */
    public Snapshot(List<Resource> resources) {
        this.resources = resources.stream()
                .sorted(Comparator.comparing(Resource::isData).thenComparing(Resource::address))
                .toList();
        managed = this.resources.stream()
                .filter(resource -> !resource.isData())
                .collect(Collectors.groupingBy(Resource::type));
        for (Resource resource : this.resources) {
            byAddress.putIfAbsent(resource.address(), resource);
            for (String identifier : IDENTIFIERS) {
                resource.at(identifier)
                        .text()
                        .ifPresent(id -> byIdentifier.putIfAbsent(kind(resource.type()) + id, resource));
            }
        }
    }

    /** All of them, in the order of their addresses. */
    public List<Resource> resources() {
        return resources;
    }

    /** What Terraform manages, of some types, in the order of the addresses. */
    public List<Resource> ofType(String... types) {
        if (types.length == 1) {
            return List.copyOf(managed.getOrDefault(types[0], List.of()));
        }
        List<String> asked = Arrays.asList(types);
        return resources.stream()
                .filter(resource -> !resource.isData() && asked.contains(resource.type()))
                .toList();
    }

    /** The resource of an address. */
    public Optional<Resource> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /**
     * What an ARN or an id points to.
     *
     * @param value the attribute that holds it
     * @param type of what it points to
     */
    public Link link(Value value, String type) {
        Optional<String> id = value.text();
        if (id.isPresent()) {
            return new Link(byIdentifier.get(kind(type) + id.get()), id.get());
        }
        List<Resource> targets = value.references().stream()
                .flatMap(address -> at(address).stream())
                .filter(resource -> resource.type().equals(type))
                .distinct()
                .toList();
        return value.isUnknown() && targets.size() == 1 ? new Link(targets.get(0), null) : Link.UNKNOWN;
    }

    /** An id is unique among its kind only. */
    private static String kind(String type) {
        return type + "\n";
    }
}

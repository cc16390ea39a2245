package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.account.Zones;
import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Data sources that follow from what is asked, and look into no account. */
final class ComputedSources {
    private static final Map<String, ComputedSource> SOURCES = Map.of(
            "aws_arn", (asked, caller) -> arn(asked),
            "aws_availability_zone", ComputedSources::zone,
            "aws_availability_zones", ComputedSources::zones,
            "aws_default_tags", (asked, caller) -> asked.with("tags", caller.allTags(Value.emptyMap())),
            "aws_elb_service_account", ElbAccounts::compute,
            "aws_iam_policy_document", (asked, caller) -> PolicyDocument.render(asked),
            "aws_lb_hosted_zone_id", ComputedSources::hostedZone);

    /** Completes what was asked. */
    @FunctionalInterface
    interface ComputedSource extends BiFunction<Value.Mapping, Caller, Value.Mapping> {
        /** The answer, as far as it follows. */
        default Value.Mapping compute(Value.Mapping asked, Caller caller) {
            return apply(asked, caller);
        }
    }

    private ComputedSources() {}

    /** How a data source is computed; one of which nothing is known here stays as it was asked. */
    static ComputedSource of(String name) {
        return SOURCES.getOrDefault(name, (asked, caller) -> asked);
    }

    private static Value.Mapping arn(Value.Mapping asked) {
        String[] parts = asked.get("arn").text().split(":", 6);
        if (parts.length < 6 || !parts[0].equals("arn")) {
            throw new LookupFailure("parsing ARN (" + asked.get("arn").text() + "): arn: invalid prefix");
        }
        return asked.with("id", asked.get("arn"))
                .with("partition", Value.text(parts[1]))
                .with("service", Value.text(parts[2]))
                .with("region", Value.text(parts[3]))
                .with("account", Value.text(parts[4]))
                .with("resource", Value.text(parts[5]));
    }

    private static Value.Mapping zones(Value.Mapping asked, Caller caller) {
        List<String> excluded =
                asked.get("exclude_names").elements().stream().map(Value::text).toList();
        List<String> zones = Zones.in(region(asked, caller)).stream()
                .filter(zone -> !excluded.contains(zone))
                .toList();
        return asked.with("id", asked.get("region"))
                .with(
                        "names",
                        new Value.Sequence(zones.stream().map(Value::text).toList()))
                .with(
                        "zone_ids",
                        new Value.Sequence(
                                zones.stream().map(Zones::id).map(Value::text).toList()))
                .with("group_names", new Value.SetOf(List.of(asked.get("region"))));
    }

    private static Value.Mapping zone(Value.Mapping asked, Caller caller) {
        String region = region(asked, caller);
        String name = Zones.in(region).stream()
                .filter(zone ->
                        !asked.get("name").isGiven() || asked.get("name").text().equals(zone))
                .filter(zone -> !asked.get("zone_id").isGiven()
                        || asked.get("zone_id").text().equals(Zones.id(zone)))
                .findFirst()
                .orElseThrow(() -> new LookupFailure("no matching EC2 Availability Zone found"));
        return asked.with("id", Value.text(name))
                .with("name", Value.text(name))
                .with("name_suffix", Value.text(name.substring(region.length())))
                .with("group_name", Value.text(region))
                .with("network_border_group", Value.text(region))
                .with("opt_in_status", Value.text("opt-in-not-required"))
                .with("state", Value.text("available"))
                .with("zone_id", Value.text(Zones.id(name)))
                .with("zone_type", Value.text("availability-zone"));
    }

    private static Value.Mapping hostedZone(Value.Mapping asked, Caller caller) {
        return asked.with(
                "id",
                Value.text(HostedZones.of(
                        region(asked, caller), asked.get("load_balancer_type").text())));
    }

    private static String region(Value.Mapping asked, Caller caller) {
        return asked.get("region") instanceof Value.Text own ? own.value() : caller.region();
    }
}

package dev.alb.route;

import dev.alb.routing.Outcome;
import dev.alb.routing.Request;
import dev.alb.topology.Target;
import dev.alb.topology.TargetGroup;
import dev.alb.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes of an outcome what it comes to for one request. */
final class Endings {
    private final Topology topology;

    Endings(Topology topology) {
        this.topology = topology;
    }

    Ending of(Request request, Outcome outcome) {
        Outcome.Step last = outcome.steps().get(outcome.steps().size() - 1);
        Optional<Outcome.Step> unknown = outcome.steps().stream()
                .filter(Outcome.Unknown.class::isInstance)
                .findFirst();
        if (unknown.isPresent()) {
            return new Ending.Unknown(unknown.get().toString());
        }
        if (last instanceof Outcome.Forward forward) {
            return forwarded(request, forward, outcome.rewrites());
        }
        if (last instanceof Outcome.Redirect redirect) {
            return new Ending.Redirected(redirect.statusCode(), redirect.location(request));
        }
        if (last instanceof Outcome.FixedResponse answer) {
            return new Ending.Answered(answer.statusCode(), answer.contentType(), answer.body());
        }
        return last instanceof Outcome.Elsewhere elsewhere
                ? new Ending.Elsewhere(elsewhere.what())
                : new Ending.Unknown("after " + last + " nothing answers");
    }

    private Ending forwarded(Request request, Outcome.Forward forward, List<Outcome.Rewrite> rewrites) {
        Rewriting rewriting = Rewriting.of(request, rewrites);
        if (!rewriting.isCertain()) {
            return new Ending.Unknown("a transform that can't be followed: " + rewrites);
        }
        List<Destination> destinations = forward.targetGroups().stream()
                .map(share -> destination(share, forward.percent(share)))
                .toList();
        String url = rewriting.url(request);
        return new Ending.Forwarded(destinations, forward.stickiness(), url, !url.equals(request.url()));
    }

    private Destination destination(Outcome.Forward.Share share, String percent) {
        Optional<TargetGroup> group = topology.targetGroup(share.targetGroup());
        return new Destination(
                share.targetGroup(),
                percent,
                share.weight() > 0,
                text(group, "protocol", ""),
                text(group, "protocol_version", group.isPresent() ? "HTTP1" : ""),
                group.map(TargetGroup::port).orElse(""),
                text(group, "target_type", group.isPresent() ? "instance" : ""),
                group.map(Endings::targets).orElse(List.of()));
    }

    private static String text(Optional<TargetGroup> group, String attribute, String otherwise) {
        return group.map(one -> one.resource().at(attribute).text(otherwise)).orElse(otherwise);
    }

    private static List<String> targets(TargetGroup group) {
        return Stream.concat(group.targets().stream().map(target -> name(target, group)), group.registrars().stream())
                .toList();
    }

    private static String name(Target target, TargetGroup group) {
        String port = target.port().isEmpty() ? group.port() : target.port();
        return target.id().name() + (port.isEmpty() ? "" : ":" + port);
    }
}

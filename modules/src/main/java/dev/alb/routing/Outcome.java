package dev.alb.routing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a request.
 *
 * @param steps what is done, in its order; the last one answers or forwards the request
 * @param rewrites what is changed on the way to the target
 */
public record Outcome(List<Step> steps, List<Rewrite> rewrites) {
    /** Copies the lists. */
    public Outcome {
        steps = List.copyOf(steps);
        rewrites = List.copyOf(rewrites);
    }

    /** One thing that is done with a request. */
    public sealed interface Step {}

    /**
     * The request goes to one of some target groups.
     *
     * @param targetGroups by their share
     * @param stickiness for how long a client stays with one group; {@code null} if it doesn't
     */
    public record Forward(
            List<Share> targetGroups, @Nullable String stickiness) implements Step {
        /** Copies the list. */
        public Forward {
            targetGroups = List.copyOf(targetGroups);
        }

        /** A target group, and how much of all requests it gets. */
        public record Share(String targetGroup, int weight) {}

        /** How much of all requests one of the groups gets, such as {@code 33.3 %}. */
        public String percent(Share share) {
            int sum = targetGroups.stream().mapToInt(Share::weight).sum();
            if (sum == 0) {
                return "0 %";
            }
            long tenths = Math.round(1000.0 * share.weight() / sum);
            return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " %";
        }

        @Override
        public String toString() {
            if (targetGroups.size() == 1) {
                return "forward to " + targetGroups.get(0).targetGroup();
            }
            String groups = targetGroups.stream()
                    .map(share -> share.targetGroup() + " (" + share.weight() + ")")
                    .collect(Collectors.joining(", "));
            return "forward to " + groups + (stickiness == null ? "" : ", sticky for " + stickiness + " s");
        }
    }

    /** The client is sent elsewhere; each part may have placeholders such as <code>#{host}</code>. */
    public record Redirect(String protocol, String host, String port, String path, String query, String statusCode)
            implements Step {
        /** The URL to which a request is sent. */
        public String location(Request request) {
            String toProtocol = filled(protocol, request).toLowerCase(Locale.ROOT);
            String toPort = filled(port, request);
            boolean usual = toPort.equals(toProtocol.equals("https") ? "443" : "80");
            String toQuery = filled(query, request);
            return toProtocol + "://" + filled(host, request) + (usual ? "" : ":" + toPort) + filled(path, request)
                    + (toQuery.isEmpty() ? "" : "?" + toQuery);
        }

        private static String filled(String template, Request request) {
            String query =
                    request.query().stream().map(Request.Parameter::toString).collect(Collectors.joining("&"));
            return template.replace("#{protocol}", request.protocol())
                    .replace("#{host}", request.host())
                    .replace("#{port}", String.valueOf(request.port()))
                    .replace("#{path}", request.path().replaceFirst("^/", ""))
                    .replace("#{query}", query);
        }

        @Override
        public String toString() {
            return "redirect to " + protocol + "://" + host + ":" + port + path + (query.isEmpty() ? "" : "?" + query)
                    + " (" + statusCode + ")";
        }
    }

    /** The load balancer answers by itself. */
    public record FixedResponse(String statusCode, String contentType, String body) implements Step {
        @Override
        public String toString() {
            return "answer " + statusCode + (body.isEmpty() ? "" : " \"" + body + "\"");
        }
    }

    /**
     * The client has to prove who it is before the next step.
     *
     * @param kind Terraform's name of the action
     * @param at where it does so
     */
    public record Authenticate(String kind, String at) implements Step {
        @Override
        public String toString() {
            return kind + (at.isEmpty() ? "" : " at " + at);
        }
    }

    /** Something that is known only after the apply, or that this model doesn't know. */
    public record Unknown(String what) implements Step {
        @Override
        public String toString() {
            return what;
        }
    }

    /**
     * Something that is decided elsewhere, such as the default action of a listener of somebody else: nobody here knows it,
     * but what is called the same is the same.
     */
    public record Elsewhere(String what) implements Step {
        @Override
        public String toString() {
            return what;
        }
    }

    /**
     * A change of the request on its way to the target.
     *
     * @param kind Terraform's name of the transform
     */
    public record Rewrite(String kind, String regex, String replacement) {
        @Override
        public String toString() {
            return kind + " " + regex + " to " + replacement;
        }
    }

    /** An outcome of one step. */
    public static Outcome of(Step step) {
        return new Outcome(List.of(step), List.of());
    }

    /** The target groups that it leads to, those of weight 0 included. */
    public Stream<Forward.Share> targetGroups() {
        return steps.stream()
                .flatMap(step -> step instanceof Forward forward ? forward.targetGroups().stream() : Stream.of());
    }

    /** Whether all of it is known. */
    public boolean isKnown() {
        return steps.stream().noneMatch(Unknown.class::isInstance);
    }

    @Override
    public String toString() {
        return Stream.concat(steps.stream(), rewrites.stream())
                .map(Object::toString)
                .collect(Collectors.joining(", then "));
    }
}

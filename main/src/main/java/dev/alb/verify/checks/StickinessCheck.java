package dev.alb.verify.checks;

import dev.alb.targetgroups.Stickiness;
import dev.alb.verify.Check;
import dev.alb.verify.Deployment;
import dev.alb.verify.Result;
import dev.alb.verify.probes.Answer;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Http;
import dev.alb.verify.probes.Unreachable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser stays with its node.
 *
 * <p>The load balancer's cookie is opaque, and new with each answer. That it still leads to the same node shows where the node
 * says who it is: Confluence in a cluster does, in a header and at the foot of its pages.
 */
final class StickinessCheck implements Check {
    private static final int REQUESTS = 6;
    private static final int SERVER_ERROR = 500;
    private static final String OF_CONFLUENCE = "x-confluence-cluster-node";
    private static final Pattern IN_PAGE = Pattern.compile(
            "id=[\"']footer-cluster-node[\"'][^>]*>[\\s(:]*([^)<]+?)[\\s)]*<", Pattern.CASE_INSENSITIVE);

    private final Deployment deployment;
    private final Entrance entrance;
    private final Http http;

    StickinessCheck(Deployment deployment, Entrance entrance, Http http) {
        this.deployment = deployment;
        this.entrance = entrance;
        this.http = http;
    }

    @Override
    public String id() {
        return "stickiness";
    }

    @Override
    public String claim() {
        return "A browser stays with its node";
    }

    @Override
    public Result result() throws Unreachable {
        Optional<Stickiness> stickiness = deployment.stickiness();
        if (stickiness.isEmpty()) {
            return Result.skipped("The site file switches stickiness off (confluence.target_group.stickiness).");
        }
        String path = deployment.contextPath() + "/";
        Map<String, String> cookies = new LinkedHashMap<>();
        Answer first = http.get(entrance, path);
        Optional<Result> noTarget = FromLoadBalancer.result(entrance.url(path), first);
        if (noTarget.isPresent()) {
            return noTarget.get();
        }
        keep(first, cookies);
        Optional<Result> missing = missing(stickiness.get(), cookies.keySet(), entrance.url(path));
        if (missing.isPresent()) {
            return missing.get();
        }
        List<Answer> answers = new ArrayList<>(List.of(first));
        for (int i = 1; i < REQUESTS; i++) {
            Answer answer = http.get(entrance, path, Map.of("Cookie", header(cookies)));
            keep(answer, cookies);
            answers.add(answer);
        }
        return compared(answers);
    }

    private static Optional<Result> missing(Stickiness stickiness, Set<String> cookies, String url) {
        boolean isSticky = cookies.stream().anyMatch(name -> name.startsWith("AWSALB"));
        String own = stickiness.cookieName();
        if (isSticky) {
            return Optional.empty();
        }
        if (own != null && !cookies.contains(own)) {
            return Optional.of(
                    Result.failed(
                            url + " sets no cookie " + own
                                    + ", by which the site file wants browsers to stay with their node.",
                            "Let Confluence set it, or use the load balancer's own cookie: leave out stickiness in the site file."));
        }
        return Optional.of(Result.failed(
                url + " sets no cookie AWSALB, so a browser goes from node to node.",
                "Deploy the site: it switches stickiness on in both target groups.",
                "Look whether a proxy in between drops the header Set-Cookie."));
    }

    private static Result compared(List<Answer> answers) {
        Set<String> nodes = new TreeSet<>();
        answers.forEach(answer -> node(answer).ifPresent(nodes::add));
        boolean broke = answers.stream().anyMatch(answer -> answer.status() >= SERVER_ERROR);
        String all = answers.size() + " requests with the cookie";
        if (nodes.size() > 1) {
            return Result.failed(
                    all + " reached several nodes: " + String.join(", ", nodes) + ".",
                    "Look whether a proxy in between drops or shares cookies, and whether nodes go in and out of service.");
        }
        if (broke) {
            return Result.failed(
                    "The cookie is set, and some of " + all + " gave an error of a server.",
                    "Look at the checks of the targets, and at the logs of the nodes.");
        }
        return Result.passed(
                nodes.isEmpty()
                        ? "The cookie is set and " + all + " are answered; the nodes don't say who they are."
                        : all + " reached the same node, " + nodes.iterator().next() + ".");
    }

    private static Optional<String> node(Answer answer) {
        Matcher footer = IN_PAGE.matcher(answer.body());
        return answer.header(OF_CONFLUENCE)
                .or(() -> footer.find() ? Optional.of(footer.group(1).strip()) : Optional.empty());
    }

    private static void keep(Answer answer, Map<String, String> cookies) {
        for (String cookie : answer.all("set-cookie")) {
            String pair = cookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            if (equals > 0) {
                cookies.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
    }

    private static String header(Map<String, String> cookies) {
        StringBuilder all = new StringBuilder();
        cookies.forEach((name, value) ->
                all.append(all.isEmpty() ? "" : "; ").append(name).append('=').append(value));
        return all.toString();
    }
}

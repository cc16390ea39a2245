package dev.alb.verify.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.verify.Check;
import dev.alb.verify.Deployment;
import dev.alb.verify.Result;
import dev.alb.verify.probes.Answer;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Http;
import dev.alb.verify.probes.Unreachable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Confluence says that it runs. */
final class StatusCheck implements Check {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RUNNING = "RUNNING";
    private static final int OK = 200;

    /** What each state means, and what to do. */
    private static final Map<String, String[]> STATES = Map.of(
            "FIRST_RUN",
            new String[] {
                "Confluence has not been set up yet", "Open the base URL, go through the setup, then verify again."
            },
            "STARTING",
            new String[] {
                "Confluence is still starting",
                "Wait for it with --wait 10m; if it stays so, read atlassian-confluence.log on the node."
            },
            "MAINTENANCE",
            new String[] {"Confluence is being maintained", "End the maintenance or the upgrade that is under way."},
            "ERROR",
            new String[] {
                "Confluence could not start",
                "Read atlassian-confluence.log on the node: the database, the licence, the shared home or the cluster."
            },
            "STOPPING",
            new String[] {"Confluence is shutting down", "Find out who stopped the node, and start it again."});

    private final Deployment deployment;
    private final Entrance entrance;
    private final Http http;

    StatusCheck(Deployment deployment, Entrance entrance, Http http) {
        this.deployment = deployment;
        this.entrance = entrance;
        this.http = http;
    }

    @Override
    public String id() {
        return "status";
    }

    @Override
    public String claim() {
        return "Confluence runs";
    }

    @Override
    public Result result() throws Unreachable {
        String path = deployment.contextPath() + "/status";
        Answer answer = http.get(entrance, path);
        String url = entrance.url(path);
        return FromLoadBalancer.result(url, answer)
                .or(() -> state(answer).map(state -> ofState(url, answer, state)))
                .orElseGet(() -> notConfluence(url, answer));
    }

    private static Optional<String> state(Answer answer) {
        try {
            JsonNode state = JSON.readTree(answer.body()).path("state");
            return Optional.of(state).filter(JsonNode::isTextual).map(JsonNode::asText);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Result ofState(String url, Answer answer, String state) {
        if (state.equals(RUNNING) && answer.status() == OK) {
            return Result.passed(url + " says RUNNING.");
        }
        if (state.equals(RUNNING)) {
            return Result.failed(
                    url + " says RUNNING, but with HTTP " + answer.status() + ".",
                    "Health checks ask for 200: look what stands between the load balancer and Confluence.");
        }
        String[] known = STATES.get(state);
        return known == null
                ? Result.failed(
                        url + " says a state that is not known here: " + excerpt(state) + ".",
                        "Read atlassian-confluence.log on the node.")
                : Result.failed(url + " says " + state + ": " + known[0] + ".", known[1]);
    }

    private Result notConfluence(String url, Answer answer) {
        if (answer.redirect().isPresent()) {
            return redirected(url, answer.redirect().get());
        }
        String seen = url + " gives HTTP " + answer.status() + " and "
                + (answer.isHtml() ? "a page in HTML" : answer.excerpt()) + ", not Confluence's state in JSON.";
        String contextPath = deployment.contextPath().isEmpty() ? "none" : deployment.contextPath();
        return Result.failed(
                seen,
                "Compare confluence.context_path of the site file, which is " + contextPath
                        + ", with the path of the <Context> in server.xml and with the base URL.",
                "Look whether something else answers on this port of the nodes.");
    }

    private static Result redirected(String url, String location) {
        boolean isSetup = location.toLowerCase(Locale.ROOT).contains("/setup/")
                || location.toLowerCase(Locale.ROOT).contains("/bootstrap/");
        return Result.failed(
                url + " redirects to " + excerpt(location) + ".",
                isSetup
                        ? STATES.get("FIRST_RUN")[1]
                        : "The status of Confluence is never redirected: look what answers in its place.");
    }

    private static String excerpt(String text) {
        return new Answer(OK, Map.of(), text).excerpt();
    }
}

package dev.alb.verify.checks;

import dev.alb.verify.Check;
import dev.alb.verify.Deployment;
import dev.alb.verify.Result;
import dev.alb.verify.probes.Answer;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Http;
import dev.alb.verify.probes.Unreachable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Confluence knows where it is: what it redirects to stays at the base URL. */
final class BaseUrlCheck implements Check {
    private static final int MOST = 8;

    private final Deployment deployment;
    private final Entrance entrance;
    private final Http http;

    BaseUrlCheck(Deployment deployment, Entrance entrance, Http http) {
        this.deployment = deployment;
        this.entrance = entrance;
        this.http = http;
    }

    @Override
    public String id() {
        return "base-url";
    }

    @Override
    public String claim() {
        return "Confluence's own redirects stay at the base URL";
    }

    @Override
    public Result result() throws Unreachable {
        String path = deployment.contextPath() + "/";
        Set<String> seen = new HashSet<>();
        while (seen.add(path) && seen.size() <= MOST) {
            String at = path;
            Answer answer = http.get(entrance, at);
            Optional<Result> noTarget = FromLoadBalancer.result(entrance.url(at), answer);
            if (noTarget.isPresent()) {
                return noTarget.get();
            }
            if (answer.redirect().isEmpty()) {
                return ended(at, answer);
            }
            Optional<Location> location = answer.redirect().flatMap(header -> Location.of(header, entrance, at));
            if (location.isEmpty() || !location.get().isAt(entrance)) {
                return astray(at, answer.redirect().get(), location);
            }
            path = location.get().path();
        }
        return Result.failed(
                entrance.url(deployment.contextPath() + "/") + " redirects in a circle, at last to "
                        + entrance.url(path) + ".",
                connector());
    }

    private Result ended(String path, Answer answer) {
        String seen = entrance.url(path) + " gives HTTP " + answer.status();
        return answer.status() < 500
                ? Result.passed(seen + ".")
                : Result.failed(seen + ".", "Read atlassian-confluence.log on the nodes.");
    }

    /** Single sign-on of Confluence itself leads to another host, and rightly so. */
    private Result astray(String path, String header, Optional<Location> location) {
        String text = entrance.url(path) + " redirects to " + header;
        boolean isOtherHost = location.filter(
                        to -> to.scheme().equals("https") && !to.host().equals(entrance.domain()))
                .isPresent();
        if (isOtherHost && path.contains("login")) {
            return Result.passed(text + ", another host, to sign in.");
        }
        return Result.failed(text + ", which is not at " + entrance.url(deployment.contextPath()) + ".", connector());
    }

    private String connector() {
        String secure = entrance.isTls() ? "scheme=\"https\" secure=\"true\" " : "";
        return "Give the <Connector> in server.xml " + secure + "proxyName=\"" + deployment.domain() + "\" proxyPort=\""
                + entrance.port() + "\", and Confluence the base URL " + entrance.url(deployment.contextPath())
                + ": see ./alb server-xml.";
    }
}

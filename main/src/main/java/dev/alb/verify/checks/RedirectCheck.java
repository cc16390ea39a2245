package dev.alb.verify.checks;

import dev.alb.verify.Check;
import dev.alb.verify.Deployment;
import dev.alb.verify.Result;
import dev.alb.verify.probes.Answer;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Http;
import dev.alb.verify.probes.Unreachable;
import java.util.Optional;

/** HTTP leads to HTTPS, once, to the same path and query. */
final class RedirectCheck implements Check {
    private static final String QUERY = "?spaceKey=A%26B&title=Two+words";

    private final Deployment deployment;
    private final Entrance plain;
    private final Entrance encrypted;
    private final Http http;
    private final boolean follows;

    /**
     * The check.
     *
     * @param follows whether the encrypted listener lets this client in
     */
    RedirectCheck(Deployment deployment, Entrance plain, Entrance encrypted, Http http, boolean follows) {
        this.deployment = deployment;
        this.plain = plain;
        this.encrypted = encrypted;
        this.http = http;
        this.follows = follows;
    }

    @Override
    public String id() {
        return "redirect";
    }

    @Override
    public String claim() {
        return "HTTP leads to HTTPS";
    }

    @Override
    public Result result() throws Unreachable {
        String path = deployment.contextPath() + "/display" + QUERY;
        Answer answer = http.get(plain, path);
        Optional<String> header = answer.redirect();
        if (header.isEmpty()) {
            return notRedirected(plain.url(path), answer);
        }
        Optional<Location> location = Location.of(header.get(), plain, path);
        if (location.isEmpty() || !location.get().isAt(encrypted)) {
            return Result.failed(
                    plain.url(path) + " redirects to " + header.get() + ", which is not " + encrypted.url("") + ".",
                    "The listener for HTTP must redirect to HTTPS, port " + encrypted.port() + ": deploy the site.");
        }
        if (!location.get().path().equals(path)) {
            return Result.failed(
                    plain.url(path) + " redirects to " + header.get() + ", where the path or the query is another one.",
                    "The redirect must keep #{path} and #{query}: deploy the site.");
        }
        return follows ? followed(path) : passed();
    }

    private Result followed(String path) throws Unreachable {
        Answer answer = http.get(encrypted, path);
        Optional<Location> again = answer.redirect().flatMap(header -> Location.of(header, encrypted, path));
        boolean isLoop =
                again.filter(to -> to.isAt(encrypted) && to.path().equals(path)).isPresent();
        boolean isBack = again.filter(to -> to.scheme().equals("http")).isPresent();
        if (!isLoop && !isBack) {
            return passed();
        }
        return Result.failed(
                encrypted.url(path) + " redirects again, to "
                        + answer.redirect().orElse("") + ".",
                answer.isFromLoadBalancer()
                        ? "The HTTPS listener redirects too: look at its rules with: ./alb route " + encrypted.url(path)
                        : "Confluence takes the request for plain HTTP: its <Connector> in server.xml needs scheme=\"https\""
                                + " secure=\"true\" proxyName=\"" + deployment.domain() + "\" proxyPort=\""
                                + encrypted.port() + "\": see ./alb server-xml.");
    }

    private Result passed() {
        return Result.passed(plain.url("/") + " leads to " + encrypted.url("/") + ", path and query kept.");
    }

    private Result notRedirected(String url, Answer answer) {
        if (deployment.isOnSharedListener()) {
            return Result.skipped(url + " isn't redirected (HTTP " + answer.status()
                    + "); the listener for HTTP isn't this site's, so ask its owner for it.");
        }
        return Result.failed(
                url + " must redirect to HTTPS, got HTTP " + answer.status() + ".",
                "Look at the listener's default action, and deploy the site.");
    }
}

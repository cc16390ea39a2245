package dev.alb.cli;

import dev.alb.readme.Readme;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's examples of routes are what is really said of the site that is committed. */
class RouteReadmeTest {
    private static final String SITE = "../confluence.yaml";
    private static final String CERTIFICATE =
            "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";

    @TempDir
    private Path folder;

    @Test
    void the_route_is_the_one_of_the_committed_site() throws Exception {
        String shown = Readme.only("route").replace("CERTIFICATE", CERTIFICATE);
        String url = "https://wiki.example.com/synchrony/v1/ws";
        Said.by("route", "-c", SITE, url, "-H", "Upgrade:websocket").is(0, shown, "");
    }

    @Test
    void the_expectations_are_met_by_the_committed_site() throws Exception {
        Path table = Files.writeString(folder.resolve("routes.yaml"), Readme.only("expectations"));
        Said.by("route", "-c", SITE, "--expectations", table.toString())
                .is(0, "3 requests in the table; all end as expected.\n", "");
    }
}

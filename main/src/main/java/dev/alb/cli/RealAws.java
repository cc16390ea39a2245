package dev.alb.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** AWS, with the provider, the state and the credentials that the user has. */
record RealAws(Path output) implements Aws {

    @Override
    public void prepare(Path stack) {
        // The stack says all of it.
    }

    @Override
    public void tell(Map<String, String> environment) {
        // Terraform sees what the user sees.
    }

    @Override
    public List<String> ofInit(TerraformArguments arguments) {
        return arguments.ofInit();
    }

    /** AWS would refuse the load balancer when listeners, rules and records are gone already. */
    @Override
    public Runnable release(Map<String, String> ids, Path siteFile) {
        throw Failure.check(String.join(", ", ids.keySet())
                + " is protected against deletion: AWS would keep it and let everything else go. Nothing was destroyed.\n"
                + "    Write load_balancer.enable_deletion_protection: false into " + siteFile
                + ", run alb deploy, then alb destroy again.");
    }

    @Override
    public void close() {
        // AWS stays.
    }
}

package dev.alb.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The AWS on which Terraform works: the real one, or the sandbox. */
interface Aws extends AutoCloseable {

    /** Where the stacks are written. */
    Path output();

    /** Sees to it that Terraform can work on a stack. */
    void prepare(Path stack);

    /** What Terraform has to know, among what it knows of the user. */
    void tell(Map<String, String> environment);

    /** Which arguments of the user {@code init} gets. */
    List<String> ofInit(TerraformArguments arguments);

    /**
     * Decides about load balancers that are protected against deletion.
     *
     * @param ids by Terraform's address
     * @return what to do when Terraform has ended
     * @throws Failure where nothing may be destroyed
     */
    Runnable release(Map<String, String> ids, Path siteFile);

    @Override
    void close();
}

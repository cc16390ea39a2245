package dev.alb.sandbox;

/**
 * What one run of Terraform came to.
 *
 * @param command what was run: {@code terraform plan}
 * @param exitCode 0 if Terraform accepted everything
 * @param stdout what it printed
 * @param stderr its complaints
 */
public record TerraformRun(String command, int exitCode, String stdout, String stderr) {

    /** Whether Terraform accepted everything. */
    public boolean succeeded() {
        return exitCode == 0;
    }

    /**
     * The same, if it succeeded.
     *
     * @throws IllegalStateException with everything that Terraform printed, if it did not
     */
    public TerraformRun orThrow() {
        if (!succeeded()) {
            throw new IllegalStateException(
                    command + " must succeed, got exit code " + exitCode + "\n" + stderr + stdout);
        }
        return this;
    }

    /** Both outputs. */
    @Override
    public String toString() {
        return stdout + stderr;
    }
}

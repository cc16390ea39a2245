package dev.alb.site;

import dev.alb.site.binding.Default;
import dev.alb.site.binding.Doc;
import dev.alb.terraform.Checks;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How Terraform reaches AWS.
 *
 * @param version the constraint on hashicorp/aws
 * @param profile of the AWS configuration
 * @param assumeRole a role to work in
 * @param allowedAccountIds the only accounts in which Terraform may work
 * @param defaultTags of everything that is made
 */
public record ProviderSection(
        @Default("'~> 6.25'") @Doc("Version constraint on the provider hashicorp/aws.")
        String version,

        @Doc("Profile of the AWS configuration.") @Nullable String profile,

        @Doc("Role in which Terraform works.") @Nullable AssumeRole assumeRole,

        @Doc("The only account ids in which Terraform may work, each in quotes.") @Nullable
        List<String> allowedAccountIds,

        @Default("{}") @Doc("Tags of everything that is made.")
        Map<String, String> defaultTags) {
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final String CONSTRAINT = "\\s*(=|!=|>|>=|<|<=|~>)?\\s*\\d+(\\.\\d+){0,2}(-[\\w.]+)?\\s*";
    private static final Pattern VERSION = Pattern.compile(CONSTRAINT + "(," + CONSTRAINT + ")*");

    /** Checks the constraint and the account ids. */
    public ProviderSection {
        Checks checks = Checks.of("provider")
                .matches("version", version, VERSION, "be a version constraint", "Write it as in \"~> 6.25\".");
        for (int i = 0; allowedAccountIds != null && i < allowedAccountIds.size(); i++) {
            checks.matches(
                    "allowed_account_ids[" + i + "]",
                    allowedAccountIds.get(i),
                    ACCOUNT,
                    "have twelve digits",
                    "Write it in quotes, so that a zero in front is kept.");
        }
        checks.done();
    }

    /**
     * A role that Terraform assumes.
     *
     * @param roleArn the role
     * @param externalId what the role's owner asks for
     * @param sessionName how it shows in the audit log
     */
    public record AssumeRole(
            @Doc("ARN of the role.") String roleArn,

            @Doc("External id that the role asks for.") @Nullable
            String externalId,

            @Doc("Name of the session in the audit log.") @Nullable
            String sessionName) {

        /** Checks the ARN. */
        public AssumeRole {
            Checks.of("assume role").arn("role_arn", roleArn, "iam").done();
        }
    }
}

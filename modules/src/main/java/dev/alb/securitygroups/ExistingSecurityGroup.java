package dev.alb.securitygroups;

import dev.alb.terraform.Checks;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * A security group that is already in AWS and that Terraform does not manage, except for the rules that are added here.
 *
 * @param scope where its rules are made
 * @param constructId what the ids of its rules begin with, such as {@code nodes}
 * @param groupId its id in AWS
 * @param region its region, if that is another one than the provider's
 */
public record ExistingSecurityGroup(
        Construct scope,
        String constructId,
        String groupId,
        @Nullable String region) implements GroupReference {
    static final Pattern ID = Pattern.compile("sg-[0-9a-f]+");

    /** Checks the id. */
    public ExistingSecurityGroup {
        Checks.of("security group")
                .matches(
                        "id",
                        groupId,
                        ID,
                        "be the id of a security group",
                        "Write it as in \"sg-0123456789abcdef0\", neither the name nor the ARN.")
                .done();
    }

    /** A group in the provider's region. */
    public ExistingSecurityGroup(Construct scope, String constructId, String groupId) {
        this(scope, constructId, groupId, null);
    }
}

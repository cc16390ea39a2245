package dev.alb.targetgroups;

import dev.alb.terraform.Checks;
import dev.alb.terraform.Cidr;
import dev.alb.terraform.TerraformValue;
import dev.alb.terraform.Text;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is registered in a target group: an instance, an IP address or a Lambda function. */
public sealed interface Target {

    /** An EC2 instance by its id, on the group's port unless it says otherwise. */
    static Instance instance(String id) {
        return new Instance(id, null);
    }

    /** An IP address of the group's VPC, on the group's port unless it says otherwise. */
    static Ip ip(String address) {
        return new Ip(address, null, null);
    }

    /** A Lambda function, one of its versions or an alias, by its ARN. */
    static LambdaFunction lambda(String functionArn) {
        return LambdaFunction.of(functionArn);
    }

    /** The type that its group must have. */
    TargetType type();

    /** The id, address or ARN by which it is registered. */
    String targetId();

    /** The port on which it alone is reached, or {@code null} for the group's. */
    @Nullable
    Integer port();

    /**
     * An EC2 instance.
     *
     * @param targetId its id, such as {@code i-0123456789abcdef0}
     * @param port where it is reached, or {@code null} for the group's port
     */
    record Instance(String targetId, @Nullable Integer port) implements Target {
        private static final Pattern ID = Pattern.compile("i-[0-9a-f]+");

        /** Checks the id and the port. */
        public Instance {
            Checks.of("target")
                    .matches(
                            "target_id",
                            targetId,
                            ID,
                            "be the id of an instance",
                            "Write it as in \"i-0123456789abcdef0\"; an IP address needs a group of type ip.")
                    .between("port", port, 1, 65_535)
                    .done();
        }

        /** The same on another port than the group's. */
        public Instance withPort(int newPort) {
            return new Instance(targetId, newPort);
        }

        @Override
        public TargetType type() {
            return TargetType.INSTANCE;
        }
    }

    /**
     * An IP address.
     *
     * @param targetId the address; IPv6 is kept in its canonical form
     * @param port where it is reached, or {@code null} for the group's port
     * @param availabilityZone {@code all} for an address outside the VPC, or {@code null}
     */
    record Ip(
            String targetId,
            @Nullable Integer port,
            @Nullable String availabilityZone) implements Target {
        private static final Pattern ZONE = Pattern.compile("all|[a-z]+(-[a-z0-9]+)*-[0-9]+[a-z]");

        /** Checks that it is an address, and that a load balancer can reach it. */
        public Ip {
            Checks.of("target")
                    .addAll(TargetAddress.violations(targetId, availabilityZone))
                    .between("port", port, 1, 65_535)
                    .matches(
                            "availability_zone",
                            availabilityZone,
                            ZONE,
                            "be all or the name of a zone",
                            "Write \"all\" for an address outside the VPC; leave it out for one inside.")
                    .done();
            targetId = Cidr.ofAddress(targetId).map(Cidr::address).orElse(targetId);
        }

        /** The same on another port than the group's. */
        public Ip withPort(int newPort) {
            return new Ip(targetId, newPort, availabilityZone);
        }

        /**
         * The same with a zone of its own.
         *
         * @param zone {@code all} for an address outside the VPC
         */
        public Ip withAvailabilityZone(String zone) {
            return new Ip(targetId, port, zone);
        }

        @Override
        public TargetType type() {
            return TargetType.IP;
        }
    }

    /**
     * A Lambda function.
     *
     * @param functionArn its ARN without a qualifier
     * @param qualifier a version or an alias, or {@code null}
     */
    record LambdaFunction(String functionArn, @Nullable String qualifier) implements Target, TerraformValue {
        private static final Pattern QUALIFIED =
                Pattern.compile("(arn:[^:]+:lambda:[^:]*:[^:]*:function:[^:]+):([^:]+)");
        private static final Pattern QUALIFIER = Pattern.compile("\\$LATEST|[A-Za-z0-9_-]+");

        /** Checks the ARN and the qualifier. */
        public LambdaFunction {
            Checks.of("target")
                    .arn("target_id", functionArn, "lambda")
                    .matches("qualifier", qualifier, QUALIFIER, "be a version or an alias", "Write it as in \"live\".")
                    .done();
        }

        private static LambdaFunction of(String arn) {
            Matcher qualified = QUALIFIED.matcher(arn);
            boolean hasQualifier = !Text.isReference(arn) && qualified.matches();
            return hasQualifier
                    ? new LambdaFunction(qualified.group(1), qualified.group(2))
                    : new LambdaFunction(arn, null);
        }

        /** The same at a version or an alias: for an ARN that Terraform knows only later. */
        public LambdaFunction withQualifier(String versionOrAlias) {
            return new LambdaFunction(functionArn, versionOrAlias);
        }

        @Override
        public TargetType type() {
            return TargetType.LAMBDA;
        }

        @Override
        public String targetId() {
            return qualifier == null ? functionArn : functionArn + ":" + qualifier;
        }

        @Override
        public @Nullable Integer port() {
            return null;
        }

        @Override
        public Object toTerraform() {
            return Map.of("target_id", targetId());
        }
    }
}

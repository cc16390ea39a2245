package dev.alb.sandbox.services;

import java.util.Map;
import java.util.regex.Pattern;

/** The forms of AWS's ids. What has another form cannot exist, so it is never taken for existing. */
final class IdForms {
    private static final String EC2 = "-([0-9a-f]{8}|[0-9a-f]{17})";
    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            form("aws_acm_certificate", "arn:[^:]+:(acm:[^:]+:\\d{12}:certificate|iam::\\d{12}:server-certificate)/.+"),
            form("aws_autoscaling_group", ".{1,255}"),
            form("aws_cognito_user_pool", "[\\w-]+_[0-9a-zA-Z]+"),
            form("aws_ec2_managed_prefix_list", "pl" + EC2),
            form("aws_eip", "eipalloc" + EC2),
            form("aws_instance", "i" + EC2),
            form("aws_internet_gateway", "igw" + EC2),
            form("aws_launch_template", "lt" + EC2),
            form("aws_nat_gateway", "nat" + EC2),
            form("aws_network_interface", "eni" + EC2),
            form("aws_route53_zone", "Z[0-9A-Z]{1,31}"),
            form("aws_route_table", "rtb" + EC2),
            form("aws_s3_bucket", "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"),
            form("aws_security_group", "sg" + EC2),
            form("aws_subnet", "subnet" + EC2),
            form("aws_vpc", "vpc" + EC2));

    private IdForms() {}

    /** Whether AWS could have given an id to something of a type. */
    static boolean accepts(String type, String id) {
        Pattern form = FORMS.get(type);
        return form == null ? !id.isEmpty() : form.matcher(id).matches();
    }

    private static Map.Entry<String, Pattern> form(String type, String form) {
        return Map.entry(type, Pattern.compile(form));
    }
}

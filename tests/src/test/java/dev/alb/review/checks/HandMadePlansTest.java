package dev.alb.review.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.review.Comparison;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plans as other tools, older providers and other people's modules write them. */
class HandMadePlansTest {
    private static final String LB = "'arn':'arn:lb','internal':false,'security_groups':['sg-1'],'dns_name':'wiki.elb',"
            + "'enable_deletion_protection':true,'load_balancer_type':'application'";
    private static final String LISTENER = "'arn':'arn:l','load_balancer_arn':'arn:lb','port':443,'protocol':'HTTPS',"
            + "'ssl_policy':'ELBSecurityPolicy-TLS13-1-2-2021-06','certificate_arn':'arn:aws:acm:c',"
            + "'default_action':[{'type':'forward','target_group_arn':'arn:tg'}]";
    private static final String GROUP = "'arn':'arn:tg','port':8080,'protocol':'HTTP'";

    /** One change: before and after without braces, {@code null} for none. */
    private static String change(String address, String actions, String more, String before, String after) {
        String type = address.replaceFirst("^module\\.[a-z]+\\.", "").replaceFirst("\\..*", "");
        return "{'address':'" + address + "','mode':'managed','type':'" + type + "','change':{'actions':[" + actions
                + "],"
                + "'before':" + object(before) + ",'after':" + object(after) + ",'after_unknown':{},"
                + "'before_sensitive':{},'after_sensitive':{}" + more + "}}";
    }

    private static String object(String content) {
        return content.equals("null") ? content : "{" + content + "}";
    }

    private static String stays(String address, String values) {
        return change(address, "'no-op'", "", values, values);
    }

    private static Comparison plan(String... changes) {
        String json = "{'format_version':'1.2','terraform_version':'1.5.7','resource_changes':["
                + String.join(",", changes) + "],'configuration':{}}";
        return PlannedSite.read(json.replace('\'', '"'));
    }

    private static Comparison withGroup(String... changes) {
        return plan(Stream.concat(
                        Stream.of(
                                stays("module.alb.aws_lb.this", LB),
                                stays("module.alb.aws_lb_listener.https", LISTENER),
                                stays("module.alb.aws_lb_target_group.this", GROUP)),
                        Stream.of(changes))
                .toArray(String[]::new));
    }

    private static void assertFinds(Comparison comparison, String... lines) {
        assertEquals(List.of(lines), PlannedSite.lines(comparison, Checks.all()));
    }

    private static String ingress(String cidrs) {
        return "'id':'sg-1','ingress':[{'cidr_blocks':[" + cidrs + "],'ipv6_cidr_blocks':[],'protocol':'tcp',"
                + "'from_port':443,'to_port':443,'security_groups':[],'prefix_list_ids':[],'self':false}]";
    }

    private static String rule(String cidr) {
        return "'type':'ingress','security_group_id':'sg-1','cidr_blocks':['" + cidr + "'],'protocol':'-1',"
                + "'from_port':0,'to_port':0";
    }

    @Test
    void blocks_in_a_group_let_in() {
        String group = "module.alb.aws_security_group.this";
        assertFinds(withGroup(stays(group, ingress("'0.0.0.0/0'"))));
        assertFinds(
                withGroup(change(group, "'update'", "", ingress("'10.0.0.0/8'"), ingress("'10.0.0.0/8','0.0.0.0/0'"))),
                "critical open-to-the-world module.alb.aws_lb.this");
    }

    @Test
    void rules_of_older_providers_let_in() {
        assertFinds(
                withGroup(change("aws_security_group_rule.x", "'create'", "", "null", rule("0.0.0.0/0"))),
                "critical open-to-the-world module.alb.aws_lb.this");
        assertFinds(
                withGroup(change("aws_security_group_rule.x", "'create'", "", "null", rule("192.168.0.0/16"))),
                "medium exposure-widened module.alb.aws_lb.this");
    }

    @Test
    void a_rule_that_goes_goes_although_the_group_repeats_it() {
        String rule = "'type':'ingress','security_group_id':'sg-1','cidr_blocks':['0.0.0.0/0'],'protocol':'tcp',"
                + "'from_port':443,'to_port':443";
        assertFinds(
                withGroup(
                        stays("module.alb.aws_security_group.this", ingress("'0.0.0.0/0'")),
                        change("aws_security_group_rule.x", "'delete'", "", rule, "null")),
                "high access-removed module.alb.aws_lb.this");
    }

    @Test
    void from_blocks_to_rules_nothing_changes() {
        String rule = "'type':'ingress','security_group_id':'sg-1','cidr_blocks':['0.0.0.0/0'],'protocol':'tcp',"
                + "'from_port':443,'to_port':443";
        assertFinds(withGroup(
                stays("module.alb.aws_security_group.this", ingress("'0.0.0.0/0'")),
                change("aws_security_group_rule.x", "'create'", "", "null", rule)));
    }

    @Test
    void old_names_of_types_are_the_same() {
        assertFinds(
                plan(change("aws_alb.wiki", "'delete'", ",'replace_paths':[]", LB, "null")),
                "critical load-balancer-deleted aws_alb.wiki",
                "high deletion-protection-refuses aws_alb.wiki");
    }

    @Test
    void a_replacement_by_request_says_so() {
        Comparison plan = withGroup(change(
                        "module.alb.aws_lb_target_group_attachment.a",
                        "'delete','create'",
                        "",
                        "'target_group_arn':'arn:tg','target_id':'i-1'",
                        "'target_group_arn':'arn:tg','target_id':'i-1'")
                .replace("'mode':'managed'", "'action_reason':'replace_by_request','mode':'managed'"));
        assertFinds(plan, "high attachment-replaced module.alb.aws_lb_target_group_attachment.a");
        assertEquals(
                "somebody asks for it by -replace",
                Replacements.of(plan).get(0).causes().stream().collect(Collectors.joining()));
    }

    @Test
    void a_secret_is_not_shown() {
        Comparison plan = plan(change(
                        "aws_lb_target_group.a",
                        "'create','delete'",
                        ",'replace_paths':[['name']]",
                        GROUP + ",'name':'hunter2'",
                        GROUP + ",'name':'hunter3'")
                .replace("'before_sensitive':{}", "'before_sensitive':{'name':true}")
                .replace("'after_sensitive':{}", "'after_sensitive':{'name':true}"));
        assertEquals(
                List.of("name: (sensitive) becomes (sensitive)"),
                Replacements.of(plan).get(0).causes());
    }

    @Test
    void a_load_balancer_of_another_kind_is_nobodys_business_here() {
        String network = LB.replace("application", "network");
        assertFinds(plan(
                stays("aws_lb.nlb", network),
                change("aws_security_group_rule.x", "'create'", "", "null", rule("0.0.0.0/0"))));
    }

    @Test
    void a_new_public_site_is_something_to_look_at() {
        assertFinds(
                plan(
                        change("aws_lb.a", "'create'", "", "null", LB),
                        change("aws_lb_listener.a", "'create'", "", "null", LISTENER),
                        change("aws_security_group.a", "'create'", "", "null", ingress("'0.0.0.0/0'"))),
                "medium open-to-the-world aws_lb.a",
                "low invalid-headers-kept aws_lb.a");
    }
}

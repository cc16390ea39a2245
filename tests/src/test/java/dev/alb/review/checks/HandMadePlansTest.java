package dev.alb.review.checks;

import static dev.alb.review.checks.PlannedSite.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.review.Comparison;
import dev.alb.review.RoutingCheck;
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

    private static String ingress6(String cidrs4, String cidrs6) {
        return ingress(cidrs4).replace("'ipv6_cidr_blocks':[]", "'ipv6_cidr_blocks':[" + cidrs6 + "]");
    }

    private static Comparison dualstack(String typeBefore, String typeAfter, String groupBefore, String groupAfter) {
        String address = ",'ip_address_type':'";
        return plan(
                change("aws_lb.a", "'update'", "", LB + address + typeBefore + "'", LB + address + typeAfter + "'"),
                stays("aws_lb_listener.a", LISTENER),
                stays("aws_lb_target_group.a", GROUP),
                change("aws_security_group.a", "'update'", "", groupBefore, groupAfter));
    }

    @Test
    void ipv6_lets_the_world_in_where_the_load_balancer_has_it() {
        String none = ingress6("'10.0.0.0/8'", "");
        String world = ingress6("'10.0.0.0/8'", "'::/0'");
        assertFinds(dualstack("dualstack", "dualstack", none, world), "critical open-to-the-world aws_lb.a");
        assertFinds(dualstack("ipv4", "dualstack", world, world), "critical open-to-the-world aws_lb.a");
        assertFinds(dualstack("ipv4", "ipv4", none, world));
        assertFinds(dualstack("dualstack", "dualstack", world, none), "high access-removed aws_lb.a");
        assertFinds(
                dualstack("dualstack", "dualstack", none, ingress6("'10.0.0.0/8'", "'2001:db8::/32'")),
                "high exposure-widened aws_lb.a");
    }

    @Test
    void the_same_world_over_ipv6_is_no_finding_and_is_told() {
        String both = ingress6("'0.0.0.0/0'", "'::/0'");
        Comparison plan = dualstack("ipv4", "dualstack", both, both);
        assertFinds(plan);
        assertEquals(
                List.of("SAME anybody", "ADDED anybody with IPv6"),
                Exposures.of(plan).stream()
                        .map(one -> one.mark() + " " + one.source())
                        .toList());
    }

    @Test
    void without_public_ipv4_only_ipv6_comes_from_the_internet() {
        String world = ingress6("'0.0.0.0/0'", "");
        String type = "dualstack-without-public-ipv4";
        assertFinds(dualstack(type, type, ingress6("'10.0.0.0/8'", ""), world), "medium exposure-widened aws_lb.a");
        assertFinds(dualstack(type, "dualstack", world, world), "critical open-to-the-world aws_lb.a");
        assertFinds(dualstack("dualstack", type, world, world), "high access-removed aws_lb.a");
    }

    @Test
    void a_load_balancer_that_becomes_one_of_another_kind_is_replaced_and_takes_requests_in_another_way() {
        String network = LB.replace("application", "network").replace("'arn:lb'", "null");
        String tcp = LISTENER.replace("HTTPS", "TLS").replace("'arn:l'", "null");
        String paths = ",'replace_paths':[['load_balancer_type']]";
        Comparison plan = plan(
                change("aws_lb.a", "'delete','create'", paths, LB, network),
                change("aws_lb_listener.a", "'delete','create'", "", LISTENER, tcp));
        assertFinds(plan, "critical deletion-protection-refuses aws_lb.a", "critical load-balancer-replaced aws_lb.a");
        assertSays(
                "load_balancer_type: \"application\" becomes \"network\"",
                PlannedSite.text(plan, "load-balancer-replaced"));
        List<String> routing = new RoutingCheck()
                .findings(plan).stream()
                        .map(finding -> finding.kind().id() + ": " + finding.text())
                        .toList();
        assertEquals(
                List.of("routing-unknown: It can't be told whether these requests end elsewhere: all requests (such as"
                        + " https://host.example.com/), now forward to arn:tg by default action, then (not by an"
                        + " Application Load Balancer) by aws_lb_listener.a."),
                routing);
    }

    /** A change after which some attributes are known only after the apply. */
    private static String unknown(String change, String... names) {
        String mask = Stream.of(names).map(name -> "'" + name + "':true").collect(Collectors.joining(","));
        return change.replace("'after_unknown':{}", "'after_unknown':{" + mask + "}");
    }

    @Test
    void whom_a_group_known_only_after_the_apply_lets_in_cannot_be_told() {
        String noGroups = LB.replace("'security_groups':['sg-1'],", "");
        assertFinds(
                plan(
                        unknown(change("aws_lb.a", "'update'", "", LB, noGroups), "security_groups"),
                        stays("aws_lb_listener.a", LISTENER),
                        stays("aws_security_group.a", ingress("'10.0.0.0/8'"))),
                "medium exposure-unknown aws_lb.a");
    }

    @Test
    void what_a_rule_opens_that_is_known_only_after_the_apply_is_not_held_for_everything() {
        String rule =
                rule("0.0.0.0/0").replace(",'from_port':0,'to_port':0", "").replace("'-1'", "'tcp'");
        Comparison ports = withGroup(
                unknown(change("aws_security_group_rule.x", "'create'", "", "null", rule), "from_port", "to_port"));
        assertFinds(ports, "low exposure-widened module.alb.aws_lb.this");
        assertSays("Who it is can't be told before the apply", PlannedSite.text(ports, "exposure-widened"));
    }

    @Test
    void a_rule_for_the_world_in_a_group_known_only_after_the_apply_is_told() {
        String rule = rule("0.0.0.0/0").replace("'security_group_id':'sg-1',", "");
        Comparison plan = withGroup(
                unknown(change("aws_security_group_rule.x", "'create'", "", "null", rule), "security_group_id"));
        assertFinds(plan, "medium exposure-unknown aws_security_group_rule.x");
        assertSays("lets anybody in on ports 0 to 65535", PlannedSite.text(plan, "exposure-unknown"));
        String few = rule.replace("0.0.0.0/0", "10.0.0.0/8");
        assertFinds(withGroup(
                unknown(change("aws_security_group_rule.x", "'create'", "", "null", few), "security_group_id")));
    }

    @Test
    void whether_a_load_balancer_becomes_public_is_not_guessed() {
        String inside = LB.replace("'internal':false", "'internal':true");
        String open = LB.replace("'internal':false,", "");
        Comparison plan = plan(
                unknown(change("aws_lb.a", "'update'", "", inside, open), "internal"),
                stays("aws_lb_listener.a", LISTENER),
                stays("aws_security_group.a", ingress("'10.0.0.0/8'")));
        assertTrue(
                PlannedSite.lines(plan, Checks.all()).stream()
                        .noneMatch(line -> line.contains("became-internet-facing")),
                () -> PlannedSite.lines(plan, Checks.all()).toString());
        assertSays("whether it is internal", PlannedSite.text(plan, "exposure-unknown"));
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

package dev.alb.confluence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.site.Site;
import dev.alb.site.SynchronyMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What holds in the JSON of every site, whatever its file says; worked out from the JSON alone. */
final class Invariants {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern AWS_NAME = Pattern.compile("(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?");
    private static final Pattern EXPRESSION = Pattern.compile("(?<!\\$)\\$\\{([^}]*)}");
    private static final Pattern REFERENCE =
            Pattern.compile("(?:(data)\\.)?([a-z0-9_]+)\\.([A-Za-z_][A-Za-z0-9_-]*)(?:\\.[a-z0-9_]+)*");
    private static final Set<Integer> CLUSTER_PORTS = Set.of(5801, 5701, 25500, 54327);
    private static final List<String> OF_SYNCHRONY =
            List.of("/synchrony", "/synchrony/heartbeat", "/synchrony/v1/data/x");

    private final Site site;
    private final JsonNode json;
    private final List<String> broken = new ArrayList<>();

    private Invariants(Site site, JsonNode json) {
        this.site = site;
        this.json = json;
    }

    /** Asserts all of them; a failure names each that is broken and shows the file and the JSON. */
    static void hold(SynthesizedSite synthesized) {
        JsonNode json = synthesized.stack().json();
        List<String> broken = broken(synthesized.site(), json, synthesized.told());
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n", broken) + "\nThe file:\n" + synthesized.yaml() + "\nIts JSON:\n"
                    + json.toPrettyString());
        }
    }

    /**
     * Those that are broken.
     *
     * @param told how many resources the command told the user
     */
    static List<String> broken(Site site, JsonNode json, int told) {
        return new Invariants(site, json).check(told);
    }

    private List<String> check(int told) {
        addresses(told);
        expressions("", json);
        names();
        oneListenerServes();
        targets();
        rules();
        ports();
        groups();
        healthChecks();
        adopted();
        return broken;
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            broken.add("broken: " + rule);
        }
    }

    private Map<String, JsonNode> resources(String type) {
        Map<String, JsonNode> resources = new TreeMap<>();
        json.path("resource").path(type).propertyStream().forEach(e -> resources.put(e.getKey(), e.getValue()));
        return resources;
    }

    private void addresses(int told) {
        int count = 0;
        for (JsonNode type : json.path("resource")) {
            count += type.size();
        }
        require(count == told, "the command tells " + told + " resources, and there are " + count);
        Stream.of("resource", "data")
                .flatMap(section -> json.path(section).propertyStream())
                .flatMap(type -> type.getValue().propertyStream().map(Map.Entry::getKey))
                .forEach(name -> require(NAME.matcher(name).matches(), name + " is a name in Terraform's grammar"));
        Stream.of("output", "variable")
                .flatMap(section -> json.path(section).propertyStream().map(Map.Entry::getKey))
                .forEach(name -> require(NAME.matcher(name).matches(), name + " is a name in Terraform's grammar"));
    }

    /** Every expression is a reference that the application made, to something that is there. */
    private void expressions(String path, JsonNode node) {
        if (node.isTextual()) {
            Matcher expression = EXPRESSION.matcher(node.asText());
            while (expression.find()) {
                reference(path, expression.group(1));
            }
            require(!node.asText().contains("TfToken["), path + " holds no token of CDKTF, got " + node);
        }
        node.propertyStream().forEach(e -> expressions(path + "." + e.getKey(), e.getValue()));
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            expressions(path + "[" + i + "]", node.get(i));
        }
    }

    private void reference(String path, String text) {
        if (path.startsWith(".resource.aws_route53_record.certificate-validation.")
                || path.startsWith(".resource.aws_acm_certificate_validation.")) {
            return;
        }
        Matcher reference = REFERENCE.matcher(text);
        require(reference.matches(), path + " is a plain reference, got ${" + text + "}");
        if (reference.matches()) {
            boolean isVariable = reference.group(2).equals("var");
            JsonNode section = isVariable
                    ? json.path("variable")
                    : json.path(reference.group(1) == null ? "resource" : "data")
                            .path(reference.group(2));
            require(section.has(reference.group(3)), path + " refers to something that is there, got " + text);
        }
    }

    private void names() {
        resources("aws_lb").forEach((name, lb) -> awsName("aws_lb." + name, lb));
        Set<String> names = new HashSet<>();
        resources("aws_lb_target_group").forEach((name, group) -> {
            awsName("aws_lb_target_group." + name, group);
            require(names.add(group.path("name").asText()), name + " has a name of its own");
        });
        resources("aws_security_group")
                .forEach((name, group) ->
                        require(!group.path("name").asText().startsWith("sg-"), name + " is not called as an id"));
    }

    private void awsName(String address, JsonNode resource) {
        if (resource.has("name")) {
            String name = resource.path("name").asText();
            require(AWS_NAME.matcher(name).matches(), address + " has a name of 1 to 32 characters, got " + name);
        }
    }

    private void oneListenerServes() {
        boolean byDefault = resources("aws_lb_listener").values().stream()
                .anyMatch(listener -> goesTo("confluence", listener.path("default_action")));
        boolean byRule = site.sharesListener()
                && goesTo("confluence", json.at("/resource/aws_lb_listener_rule/confluence/action"));
        require(byDefault || byRule, "at least one listener serves Confluence");
    }

    private static boolean goesTo(String group, JsonNode actions) {
        JsonNode last = actions.path(actions.size() - 1);
        return last.path("target_group_arn").asText().equals("${aws_lb_target_group." + group + ".arn}");
    }

    private void targets() {
        Set<String> confluence = targetsOf("confluence");
        Set<String> synchrony = targetsOf("synchrony");
        require(!confluence.isEmpty(), "Confluence's target group has targets");
        SynchronyMode mode = site.synchrony().mode();
        if (mode == SynchronyMode.MANAGED) {
            require(confluence.equals(synchrony), "both hold the same nodes, got " + confluence + " and " + synchrony);
        }
        require(synchrony.isEmpty() == (mode == SynchronyMode.PROXY), "Synchrony has targets but in proxy mode");
        require(
                json.at("/resource/aws_lb_target_group").has("synchrony") == (mode != SynchronyMode.PROXY),
                "Synchrony has a target group but in proxy mode");
    }

    private Set<String> targetsOf(String group) {
        Set<String> targets = new TreeSet<>();
        String arn = "${aws_lb_target_group." + group + ".arn}";
        resources("aws_lb_target_group_attachment").values().stream()
                .filter(attachment ->
                        attachment.path("target_group_arn").asText().equals(arn))
                .forEach(attachment -> targets.add(attachment.path("target_id").asText()));
        resources("aws_autoscaling_attachment").values().stream()
                .filter(attachment ->
                        attachment.path("lb_target_group_arn").asText().equals(arn))
                .forEach(attachment ->
                        targets.add(attachment.path("autoscaling_group_name").asText()));
        return targets;
    }

    private void rules() {
        Map<String, Set<Integer>> priorities = new HashMap<>();
        resources("aws_lb_listener_rule").forEach((name, rule) -> {
            int priority = rule.path("priority").asInt();
            require(priority >= 1 && priority <= 50_000, name + " has a priority from 1 to 50000, got " + priority);
            boolean first = priorities
                    .computeIfAbsent(rule.path("listener_arn").asText(), l -> new HashSet<>())
                    .add(priority);
            require(first, name + " has a priority of its own, got " + priority);
        });
        JsonNode synchrony = json.at("/resource/aws_lb_listener_rule/synchrony");
        if (site.synchrony().mode() != SynchronyMode.PROXY) {
            require(goesTo("synchrony", synchrony.path("action")), "the rule for Synchrony goes to Synchrony");
            require(takes(synchrony, OF_SYNCHRONY), "the rule for Synchrony takes " + OF_SYNCHRONY);
            beforeSynchrony(synchrony);
        } else {
            require(synchrony.isMissingNode(), "no rule for Synchrony in proxy mode");
        }
    }

    private void beforeSynchrony(JsonNode synchrony) {
        resources("aws_lb_listener_rule").forEach((name, rule) -> {
            boolean earlier =
                    rule.path("priority").asInt() < synchrony.path("priority").asInt();
            boolean same = goesTo("synchrony", rule.path("action"));
            require(
                    !earlier || same || !takes(rule, OF_SYNCHRONY),
                    "the rule for Synchrony comes before whatever would swallow it, which is " + name);
        });
    }

    /** Whether a rule takes all of these paths of the site, from anybody. */
    private boolean takes(JsonNode rule, List<String> paths) {
        for (JsonNode condition : rule.path("condition")) {
            JsonNode hosts = condition.at("/host_header/values");
            JsonNode globs = condition.at("/path_pattern/values");
            boolean takesHost = hosts.isArray() && matchesAny(hosts, site.domain());
            boolean takesPaths = globs.isArray() && paths.stream().allMatch(path -> matchesAny(globs, path));
            if (!takesHost && !takesPaths) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchesAny(JsonNode globs, String text) {
        return globs.valueStream()
                .anyMatch(glob -> text.matches(glob.asText()
                        .replaceAll("[^A-Za-z0-9*?]", "\\\\$0")
                        .replace("*", ".*")
                        .replace("?", ".")));
    }

    private void ports() {
        Set<Integer> listening = new TreeSet<>();
        resources("aws_lb_listener")
                .values()
                .forEach(l -> listening.add(l.path("port").asInt()));
        Set<Integer> targeted = new TreeSet<>();
        resources("aws_lb_target_group").values().forEach(group -> {
            targeted.add(group.path("port").asInt());
            JsonNode own = group.at("/health_check/port");
            if (!own.isMissingNode()) {
                targeted.add(own.asInt());
            }
        });
        Set<Integer> comingIn = new TreeSet<>();
        Set<Integer> goingOut = new TreeSet<>();
        Set<Integer> reachingNodes = new TreeSet<>();
        eachRule(
                "ingress",
                rule -> (isOfLoadBalancer(rule) ? comingIn : reachingNodes)
                        .add(rule.path("from_port").asInt()));
        eachRule("egress", rule -> goingOut.add(rule.path("from_port").asInt()));
        boolean made = resources("aws_security_group").containsKey("load_balancer");
        if (made) {
            Set<Integer> asked = new TreeSet<>(targeted);
            if (someRuleSignsIn()) {
                asked.add(443);
            }
            require(goingOut.equals(asked), "the load balancer goes out at " + asked + ", got " + goingOut);
            require(listening.containsAll(comingIn), "nobody comes in but at " + listening + ", got " + comingIn);
        } else {
            require(goingOut.isEmpty() && comingIn.isEmpty(), "no rule of a group that is not ours");
        }
        require(reachingNodes.equals(targeted), "nodes are reached at " + targeted + ", got " + reachingNodes);
    }

    /** The load balancer itself calls whoever signs people in. */
    private boolean someRuleSignsIn() {
        return resources("aws_lb_listener_rule").values().stream()
                .map(rule -> rule.path("action").toString())
                .anyMatch(actions -> actions.contains("authenticate-") || actions.contains("jwt-validation"));
    }

    private void eachRule(String direction, Consumer<JsonNode> use) {
        Set<JsonNode> seen = new HashSet<>();
        resources("aws_vpc_security_group_" + direction + "_rule").forEach((name, rule) -> {
            int from = rule.path("from_port").asInt();
            require(from == rule.path("to_port").asInt(), name + " opens one port");
            require(rule.path("ip_protocol").asText().equals("tcp"), name + " is for TCP");
            require(!CLUSTER_PORTS.contains(from), name + " opens no port of the cluster");
            JsonNode content = rule.deepCopy();
            ((ObjectNode) content).remove(List.of("description", "tags"));
            require(seen.add(content), name + " stands once");
            use.accept(rule);
        });
    }

    private static boolean isOfLoadBalancer(JsonNode rule) {
        return rule.path("security_group_id").asText().equals("${aws_security_group.load_balancer.id}");
    }

    /** Nodes are reached from the load balancer, and from nowhere else. */
    private void groups() {
        Set<String> loadBalancers = new HashSet<>(Set.of("${aws_security_group.load_balancer.id}"));
        if (site.securityGroups().loadBalancer() != null) {
            loadBalancers.addAll(site.securityGroups().loadBalancer());
        }
        resources("aws_vpc_security_group_ingress_rule").forEach((name, rule) -> {
            String from = rule.path("referenced_security_group_id").asText();
            require(
                    isOfLoadBalancer(rule) || loadBalancers.contains(from),
                    name + " lets the load balancer in and nobody else");
        });
        resources("aws_security_group").forEach((name, group) -> {
            boolean bare = !group.has("ingress") && !group.has("egress");
            require(bare, "aws_security_group." + name + " has no rules of its own");
        });
    }

    private void healthChecks() {
        String context = site.confluence().contextPath();
        String confluence = json.at("/resource/aws_lb_target_group/confluence/health_check/path")
                .asText();
        if (site.confluence().targetGroup().text("health_check").isEmpty()
                && site.confluence().targetGroup().text("health_check.path").isEmpty()) {
            require(confluence.equals(context + "/status"), "Confluence is checked at its /status, got " + confluence);
        }
        String synchrony = json.at("/resource/aws_lb_target_group/synchrony/health_check/path")
                .asText();
        require(
                context.isEmpty() || !synchrony.startsWith(context + "/"),
                "Synchrony is not under the context path, got " + synchrony);
    }

    private void adopted() {
        for (JsonNode adopted : json.path("import")) {
            String[] to = adopted.path("to").asText().split("\\.", 2);
            require(resources(to[0]).containsKey(to[1]), "what is taken over is there, got " + adopted);
        }
    }
}

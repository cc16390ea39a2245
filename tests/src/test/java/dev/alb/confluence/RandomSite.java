package dev.alb.confluence;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Site files that nobody would think of; the same for the same seed. */
final class RandomSite {
    /** One of that many values is a wrong one. */
    private static final int WRONG = 60;

    private static final List<String> GARBAGE = List.of(
            "''",
            "~",
            "-1",
            "0",
            "99999999999",
            "[]",
            "{}",
            "true",
            "'${aws_lb.alb.arn}'",
            "'${TfToken[TOKEN.1]}'",
            "'#{TfToken[TOKEN.1]}'",
            "-1.8881545897087627e+289",
            "\"a\\0b\"",
            "'a b'",
            "'%{ if true }'",
            "'ä/ö'",
            "[[x]]",
            "{a: {b: [c]}}",
            "*",
            "'*'",
            "!!binary aGk=",
            "2026-01-01",
            "'::'",
            "'x'",
            ".inf");

    private static final List<String> SIGNS = List.of(
            "{", "}", "[", "]", ":", "- ", "'", "\"", "\n", "\t", "&a ", "*a", "|", ">", "#", "? ", "%", "\u0000",
            "\uFEFF", "💡", "!!int ");

    private final SplittableRandom random;
    private final StringBuilder text = new StringBuilder();
    private String domain = "wiki.example.com";

    private RandomSite(SplittableRandom random) {
        this.random = random;
    }

    /** A file that is right most of the time. */
    static String mostlyValid(long seed) {
        return new RandomSite(new SplittableRandom(seed)).valid();
    }

    /** A file that was right before somebody stumbled over the keyboard. */
    static String mutated(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder(random.nextInt(8) == 0 ? "" : new RandomSite(random.split()).valid());
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            mutate(text, random);
        }
        return text.toString();
    }

    private static void mutate(StringBuilder text, SplittableRandom random) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + random.nextInt(1, 40));
        switch (random.nextInt(5)) {
            case 0 -> text.delete(at, to);
            case 1 -> text.insert(at, text.substring(at, to));
            case 2 -> text.insert(at, SIGNS.get(random.nextInt(SIGNS.size())));
            case 3 -> text.insert(at, GARBAGE.get(random.nextInt(GARBAGE.size())));
            default -> replaceValue(text, at, GARBAGE.get(random.nextInt(GARBAGE.size())));
        }
    }

    private static void replaceValue(StringBuilder text, int at, String value) {
        int colon = text.indexOf(": ", at);
        if (colon >= 0) {
            int end = colon + 2;
            while (end < text.length() && "\n,}]".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            text.replace(colon + 2, end, value);
        }
    }

    private String valid() {
        domain = either("wiki.example.com", "a.b-c.example.org");
        key("name", () -> either("wiki", "w", "the-longest-name-of-site", "Wiki-2"));
        key("region", () -> either("eu-central-1", "us-gov-west-1", "ap-southeast-5"));
        key("domain", () -> domain);
        key("vpc_id", () -> either("vpc-0a1b2c3d4e5f60718", "vpc-0a1b2c3d"));
        key("nodes", () -> nodes(3));
        boolean tls = !chance(5);
        int front = random.nextInt(6);
        switch (front) {
            case 0 -> existing("load_balancer_arn", SiteText.LOAD_BALANCER_ARN);
            case 1 -> existing("listener_arn", SiteText.LISTENER_ARN);
            default -> ownFront(tls);
        }
        key("tls", () -> tls(tls, front == 1));
        if (front != 1) {
            sometimes("dns", () -> "{zone_id: Z0123456789ABCDEFGHIJ, evaluate_target_health: " + truth() + "}");
            sometimes("listeners", () -> listeners(tls));
        }
        sometimes("confluence", this::confluence);
        sometimes("synchrony", this::synchrony);
        sometimes("rules", () -> rules(tls));
        sometimes("adopt", this::adopt);
        sometimes("backend", this::backend);
        sometimes("provider", () -> "{version: '~> 6.25', default_tags: " + tags() + "}");
        sometimes("tags", this::tags);
        return text.toString();
    }

    private void existing(String key, String arn) {
        key("existing", () -> "{" + key + ": '" + arn + "'}");
        key("security_groups", () -> "{load_balancer: " + list(2, () -> groupId(9)) + ", nodes: " + groupId(4) + "}");
    }

    private void ownFront(boolean tls) {
        key("subnets", () -> "[subnet-0a1b2c3d4e5f60711, subnet-0a1b2c3d4e5f60722]");
        boolean internal = chance(3);
        boolean groups = chance(4);
        boolean dualstack = chance(3);
        key("internal", () -> String.valueOf(internal));
        if (dualstack) {
            key(
                    "load_balancer",
                    () -> "{ip_address_type: dualstack, idle_timeout: " + either("60s", "5m", "4000") + "}");
        }
        if (groups) {
            key("security_groups", () -> "{load_balancer: " + list(3, () -> groupId(9)) + "}");
        } else if (internal || chance(2)) {
            key("access", () -> access(internal, dualstack));
        }
        sometimes("web_acl_arn", () -> "'arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/wiki/0a1b2c3d'");
        sometimes("shield_advanced", this::truth);
    }

    private String access(boolean internal, boolean dualstack) {
        List<String> keys = new ArrayList<>();
        if (internal || chance(2)) {
            keys.add(
                    "ipv4: " + list(3, () -> either("10.0.0.0/8", "198.51.100.0/24", "192.0.2.1/32", "172.16.0.0/12")));
        }
        if (dualstack && chance(2)) {
            keys.add("ipv6: " + list(3, () -> either("'2001:db8::/32'", "'fd00::/8'", "'2001:db8:1::/48'")));
        }
        if (chance(3)) {
            keys.add("prefix_lists: [pl-0123456789abcdef0]");
        }
        if (chance(3)) {
            keys.add("security_groups: " + list(2, () -> groupId(7)));
        }
        if (chance(2)) {
            keys.add("nodes: " + list(3, () -> either("203.0.113.7", "203.0.113.8/32", "'2001:db8::1'", "192.0.2.1")));
        }
        return "{" + String.join(", ", keys) + "}";
    }

    private String tls(boolean enabled, boolean shared) {
        if (!enabled) {
            return "{enabled: false}";
        }
        if (shared) {
            return "{}";
        }
        String certificate = chance(3)
                ? "request: {zone_id: Z0123456789ABCDEFGHIJ}"
                : "certificate_arn: 'arn:aws:acm:eu-central-1:111122223333:certificate/x'";
        String more = chance(4)
                ? ", additional_certificate_arns: {docs: 'arn:aws:acm:eu-central-1:111122223333:certificate/y'}"
                : "";
        return "{redirect_http: " + truth() + ", " + certificate + more + "}";
    }

    private String listeners(boolean tls) {
        return tls ? "{https: {port: " + either("443", "8443") + "}}" : "{http: {port: " + either("80", "8080") + "}}";
    }

    private String nodes(int most) {
        return switch (random.nextInt(3)) {
            case 0 -> "{instances: " + list(most, () -> "i-0a1b2c3d4e5f6073" + random.nextInt(8)) + "}";
            case 1 -> "{ips: " + list(most, () -> "10.0.1." + random.nextInt(1, 9)) + "}";
            default -> "{auto_scaling_group: nodes}";
        };
    }

    private String confluence() {
        return "{port: " + either("8090", "8080", "9090") + ", context_path: " + either("''", "/wiki", "/a/b_c")
                + ", protocol: " + either("HTTP", "HTTPS") + targetGroup() + "}";
    }

    private String synchrony() {
        String port = "port: " + either("8091", "9091", "18091");
        return switch (random.nextInt(3)) {
            case 0 -> "{mode: managed, " + port + targetGroup() + "}";
            case 1 -> "{mode: standalone, " + port + ", nodes: " + nodes(2) + targetGroup() + "}";
            default -> "{mode: proxy}";
        };
    }

    private String targetGroup() {
        return chance(2)
                ? ""
                : ", target_group: {deregistration_delay: " + either("0s", "30s", "5m") + ", health_check: {port: "
                        + either("8090", "9999", "7000") + ", interval: " + either("10s", "30s", "5m")
                        + ", timeout: 5s}}";
    }

    private String rules(boolean tls) {
        StringBuilder rules = new StringBuilder();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            String priority = chance(2) ? "priority: " + random.nextInt(1, 50_001) + ", " : "";
            rules.append("\n  rule-").append(i).append(": {").append(priority).append("conditions: ");
            rules.append(list(2, this::condition))
                    .append(", actions: ")
                    .append(actions(tls))
                    .append('}');
        }
        return rules.toString();
    }

    private String condition() {
        return switch (random.nextInt(6)) {
            case 0 -> "{path_pattern: '/*'}";
            case 1 -> "{path_pattern: ['/synchrony*', /x]}";
            case 2 -> "{host_header: " + either(domain, "'*.example.com'") + "}";
            case 3 -> "{source_ip: 198.51.100.0/24}";
            case 4 -> "{http_header: {http_header_name: X-Canary, values: [a]}}";
            default -> "{path_pattern: '/area-" + random.nextInt(9) + "/*'}";
        };
    }

    private String actions(boolean tls) {
        String signIn = tls && chance(4)
                ? "{authenticate_oidc: {issuer: 'https://a.example', authorization_endpoint: 'https://a.example/a',"
                        + " token_endpoint: 'https://a.example/t', user_info_endpoint: 'https://a.example/u', client_id: c,"
                        + " client_secret: {variable: SECRET_" + random.nextInt(3) + "}}}, "
                : "";
        return "[" + signIn
                + switch (random.nextInt(5)) {
                    case 0 -> "{forward: synchrony}";
                    case 1 ->
                        "{fixed_response: {status_code: '403', content_type: text/plain, message_body: 'no ${x}'}}";
                    case 2 -> "{redirect: {host: docs.example.com, status_code: HTTP_302}}";
                    case 3 ->
                        "{forward: {target_group: [{arn: confluence, weight: 9}, {arn: synchrony, weight: 1}],"
                                + " stickiness: {enabled: true, duration: 1h}}}";
                    default -> "{forward: confluence}";
                }
                + "]";
    }

    private String adopt() {
        return "{" + either("aws_lb_target_group.confluence", "aws_lb.alb", "aws_lb_listener.https") + ": 'an-${id}'}";
    }

    private String backend() {
        return either(
                "{s3: {bucket: b, key: 'k${x}', region: eu-central-1, use_lockfile: true}}",
                "{cloud: {organization: o, workspaces: {name: w}}}",
                "{local: {path: ../states/wiki.tfstate}}",
                "{http: {address: 'https://states.example.com'}}");
    }

    private String tags() {
        return "{Team: " + either("wiki", "'${path.module}'", "'%{ if x }'", "ä") + "}";
    }

    private String groupId(int kind) {
        return "sg-0a1b2c3d4e5f607" + kind + random.nextInt(4);
    }

    private String list(int most, Supplier<String> element) {
        List<String> elements = new ArrayList<>();
        for (int i = random.nextInt(1, most + 1); i > 0; i--) {
            String value = element.get();
            if (!elements.contains(value) || chance(20)) {
                elements.add(value);
            }
        }
        return elements.toString();
    }

    private String truth() {
        return String.valueOf(random.nextBoolean());
    }

    private void sometimes(String name, Supplier<String> value) {
        if (chance(3)) {
            key(name, value);
        }
    }

    private void key(String name, Supplier<String> value) {
        String right = value.get();
        text.append(name)
                .append(": ")
                .append(chance(WRONG) ? either(GARBAGE) : right)
                .append('\n');
    }

    private String either(String... choices) {
        return either(List.of(choices));
    }

    private String either(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** True once in so many times. */
    private boolean chance(int outOf) {
        return random.nextInt(outOf) == 0;
    }
}

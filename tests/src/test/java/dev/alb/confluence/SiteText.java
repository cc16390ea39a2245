package dev.alb.confluence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Site files as tests write them: a whole one, and what another test has different. */
final class SiteText {
    /** The smallest site with HTTPS: everything else is a default. */
    static final String WIKI = """
            name: wiki
            region: eu-central-1
            domain: wiki.example.com
            vpc_id: vpc-0a1b2c3d4e5f60718
            subnets: [subnet-0a1b2c3d4e5f60711, subnet-0a1b2c3d4e5f60722]
            nodes: {instances: [i-0a1b2c3d4e5f60731, i-0a1b2c3d4e5f60732]}
            tls: {certificate_arn: 'arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-4e5f'}
            """;

    static final String LOAD_BALANCER_ARN =
            "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shared/50dc6c495c0c9188";
    static final String LISTENER_ARN =
            "arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2";

    /** A load balancer that belongs to somebody else. */
    static final String ON_EXISTING_LOAD_BALANCER = """
            subnets:
            existing: {load_balancer_arn: '%s'}
            security_groups: {load_balancer: [sg-0a1b2c3d4e5f60791], nodes: sg-0a1b2c3d4e5f60741}
            """.formatted(LOAD_BALANCER_ARN);

    /** A listener that belongs to somebody else. */
    static final String ON_EXISTING_LISTENER = """
            subnets:
            tls: {}
            existing: {listener_arn: '%s'}
            security_groups: {load_balancer: [sg-0a1b2c3d4e5f60791], nodes: sg-0a1b2c3d4e5f60741}
            """.formatted(LISTENER_ARN);

    static final String HTTPS_ALONE = "tls: {redirect_http: false, certificate_arn: 'arn:aws:acm:eu-central-1:"
            + "111122223333:certificate/0a1b2c3d-4e5f'}";
    static final String HTTP_ALONE = "tls: {enabled: false}";
    static final String PROXY = "synchrony: {mode: proxy}";
    static final String STANDALONE =
            "synchrony: {mode: standalone, nodes: {instances: [i-0a1b2c3d4e5f60751, i-0a1b2c3d4e5f60752]}}";
    static final String OWN_GROUPS =
            "security_groups: {load_balancer: [sg-0a1b2c3d4e5f60791], nodes: sg-0a1b2c3d4e5f60741}";
    static final String NODES_GROUP = "security_groups: {nodes: sg-0a1b2c3d4e5f60741}";

    private static final Pattern TOP_LEVEL = Pattern.compile("(?m)^(?=[A-Za-z_\"])");

    private SiteText() {}

    /**
     * One file of several texts: a key at the top level takes the place of the same key in a text before it.
     *
     * <p>A key without a value takes it out.
     */
    static String of(String... texts) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String text : texts) {
            for (String section : TOP_LEVEL.split(text)) {
                sections.put(section.split(":", 2)[0], section.endsWith("\n") ? section : section + "\n");
            }
        }
        return String.join("", sections.values());
    }
}

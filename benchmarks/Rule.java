import java.util.List;
import java.util.stream.IntStream;

/** One of the listener rules that every way writes. */
record Rule(String id, String listenerArn, int priority, String path, String targetGroupArn) {
    private static final String ARN = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:";

    /** As many as AWS allows by default. */
    private static final int RULES_OF_A_LOAD_BALANCER = 100;

    static List<Rule> ofStack(int stack, int rules) {
        return IntStream.range(0, rules).mapToObj(i -> of(stack, i)).toList();
    }

    private static Rule of(int stack, int i) {
        String loadBalancer = "wiki-" + stack + "-" + i / RULES_OF_A_LOAD_BALANCER;
        return new Rule(
                "rule-" + i,
                ARN + "listener/app/" + loadBalancer + "/0123456789abcdef/0123456789abcdef",
                i % RULES_OF_A_LOAD_BALANCER + 1,
                "/space-" + i + "/*",
                ARN + "targetgroup/" + loadBalancer + "/0123456789abcdef");
    }
}

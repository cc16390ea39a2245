package dev.alb.routing;

import dev.alb.terraform.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Tables and requests over a small world, in which rules meet each other often. */
public final class RandomTables {
    private static final List<String> HOSTS =
            List.of("ha.example", "*.example", "hb.example", "h?.example", "*a*", "hwiki.example.com", "*");
    private static final List<String> PATHS =
            List.of("/", "/*", "/a", "/a/*", "/a*", "/*/b", "/?", "*.css", "/a/b/*", "/A/*", "/synchrony/*", "*a*b*");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "get");
    private static final List<String> VALUES = List.of("on", "o*", "*", "?n", "off*", "O\\*");
    private static final List<String> KEYS = List.of("k", "K", "k*", "v?");
    private static final List<String> NETWORKS =
            List.of("10.0.0.0/8", "10.1.0.0/16", "0.0.0.0/0", "192.0.2.7/32", "2001:db8::/32", "::/0", "128.0.0.0/1");
    private static final List<String> OUTCOMES = List.of("one", "two", "three");

    private final Random random;

    public RandomTables(long seed) {
        random = new Random(seed);
    }

    public RoutingTable table() {
        List<Rule> rules = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            rules.add(new Rule("rule-" + i, i + 1, conditions(), outcome()));
        }
        return new RoutingTable("listener", rules, outcome());
    }

    /** The same table with one rule changed, taken out or put elsewhere. */
    public RoutingTable changed(RoutingTable table) {
        List<Rule> rules = new ArrayList<>(table.rules());
        if (rules.isEmpty()) {
            return table();
        }
        int index = random.nextInt(rules.size());
        Rule rule = rules.remove(index);
        switch (random.nextInt(3)) {
            case 0 -> rules.add(new Rule(rule.name(), rule.priority(), conditions(), rule.outcome()));
            case 1 -> rules.add(new Rule(rule.name(), 50, rule.conditions(), rule.outcome()));
            default -> {}
        }
        return new RoutingTable(table.listener(), rules, table.defaultOutcome());
    }

    public Request request() {
        List<Request.Parameter> query = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            query.add(new Request.Parameter(filled(one(KEYS)), filled(one(VALUES))));
        }
        Request request = new Request(
                "https",
                host(),
                443,
                path(),
                query,
                one(METHODS),
                random.nextBoolean() ? Map.of() : Map.of("x-flag", filled(one(VALUES))),
                null);
        return request.from(one(List.of("10.0.0.1", "10.1.2.3", "192.0.2.7", "200.1.1.1", "2001:db8::1", "2002::1")));
    }

    private String host() {
        String host = filled(one(HOSTS));
        return host.isEmpty() ? "h" : host;
    }

    private String path() {
        String path = filled(one(PATHS));
        return path.startsWith("/") ? path : "/" + path;
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        maybe(conditions, new Condition.OnPart(Part.HOST, globs(HOSTS)));
        maybe(conditions, new Condition.OnPart(Part.PATH, globs(PATHS)));
        if (random.nextInt(3) == 0) {
            maybe(conditions, new Condition.OnPart(Part.METHOD, globs(METHODS)));
            maybe(conditions, new Condition.OnPart(Part.SOURCE, networks()));
            maybe(conditions, new Condition.OnPart(Part.header("X-Flag"), globs(VALUES.subList(0, 5))));
            maybe(conditions, query());
            maybe(conditions, query());
        }
        return conditions.isEmpty() ? List.of(new Condition.OnPart(Part.PATH, globs(PATHS))) : conditions;
    }

    private void maybe(List<Condition> conditions, Condition condition) {
        if (random.nextBoolean()) {
            conditions.add(condition);
        }
    }

    private Condition query() {
        List<Condition.OnQuery.Parameter> parameters = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            parameters.add(new Condition.OnQuery.Parameter(random.nextInt(3) == 0 ? null : one(KEYS), one(VALUES)));
        }
        return new Condition.OnQuery(parameters);
    }

    private List<Pattern> globs(List<String> values) {
        List<Pattern> patterns = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            patterns.add(new Pattern.Glob(one(values)));
        }
        return patterns;
    }

    private List<Pattern> networks() {
        return List.of(new Pattern.Network(Cidr.ofNetwork(one(NETWORKS)).orElseThrow()));
    }

    private Outcome outcome() {
        return Outcome.of(new Outcome.Forward(List.of(new Outcome.Forward.Share(one(OUTCOMES), 1)), null));
    }

    /** A text near a pattern. */
    private String filled(String pattern) {
        StringBuilder text = new StringBuilder();
        for (char c : pattern.toCharArray()) {
            text.append(c == '*' ? one(List.of("", "a", "b", "/b", "on")) : c == '?' ? one(List.of("a", "b", "o")) : c);
        }
        return text.toString();
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}

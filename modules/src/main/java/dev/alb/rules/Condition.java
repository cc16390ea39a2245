package dev.alb.rules;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.TerraformValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that a request must have for a rule to apply; of several values one is enough.
 *
 * <p>A rule applies if all of its conditions are met. There is no negation: what is to be left out gets an earlier rule
 * of its own. {@code *} stands for any characters or none, {@code ?} for exactly one, except in methods and addresses.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html">AWS:
 *     condition types</a>
 */
public sealed interface Condition extends TerraformValue permits PatternCondition, HttpHeader, QueryString, SourceIp {

    /** Hosts such as {@code wiki.example.com} or {@code *.example.com}, whatever their case. */
    static HostHeader hosts(String... hosts) {
        return new HostHeader(List.of(hosts), null);
    }

    /** Hosts by regular expression; it sees the port too, where the client sends one. */
    static HostHeader hostsMatching(String... regexes) {
        return new HostHeader(null, List.of(regexes));
    }

    /** Paths such as {@code /synchrony/*}; case matters, and the query string is not part of them. */
    static PathPattern paths(String... paths) {
        return new PathPattern(List.of(paths), null);
    }

    /** Paths by regular expression. */
    static PathPattern pathsMatching(String... regexes) {
        return new PathPattern(null, List.of(regexes));
    }

    /** Methods such as {@code GET}, exactly as they are written. */
    static HttpRequestMethod methods(String... methods) {
        return new HttpRequestMethod(List.of(methods));
    }

    /** Values of a header other than {@code Host}, whatever their case. */
    static HttpHeader header(String name, String... values) {
        return new HttpHeader(name, List.of(values), null);
    }

    /** Values of a header by regular expression. */
    static HttpHeader headerMatching(String name, String... regexes) {
        return new HttpHeader(name, null, List.of(regexes));
    }

    /** A parameter with a value; a backslash before {@code *} or {@code ?} takes its meaning away. */
    static QueryString queryString(String key, String value) {
        return queryString(List.of(new QueryParameter(key, value)));
    }

    /** A value of whichever parameter. */
    static QueryString queryString(String value) {
        return queryString(List.of(new QueryParameter(null, value)));
    }

    /** Parameters of which one must be there. */
    static QueryString queryString(List<QueryParameter> parameters) {
        return new QueryString(parameters);
    }

    /** Networks such as {@code 10.0.0.0/8} from which the connection comes; X-Forwarded-For is not looked at. */
    static SourceIp sourceIps(String... cidrs) {
        return new SourceIp(List.of(cidrs));
    }

    /** Terraform's name of the kind, such as {@code host_header}. */
    String kind();

    /** How many values it has, which AWS counts for each rule. */
    int valueCount();

    /** How many wildcards it has, which AWS counts for each rule. */
    int wildcards();

    /** Whether every request that meets all of some conditions meets this one too; {@code false} if that can't be known. */
    boolean isImpliedBy(List<Condition> conditions);

    /** Whether a request that meets this one can meet all of some conditions too. */
    Overlap overlap(List<Condition> conditions);

    /** The block of its kind. */
    @Override
    default Object toTerraform() {
        return Map.of(kind(), Attributes.named((Record) this));
    }

    /** The condition of a kind of which a rule has one at most. */
    static <T extends Condition> Optional<T> only(Class<T> kind, List<Condition> conditions) {
        return each(kind, conditions).findFirst();
    }

    /** The conditions of a kind. */
    static <T extends Condition> Stream<T> each(Class<T> kind, List<Condition> conditions) {
        return conditions.stream().filter(kind::isInstance).map(kind::cast);
    }
}

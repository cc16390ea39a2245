package dev.alb.listeners;

import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is checked of the listeners of one load balancer when the whole app is known. */
enum ListenerRules implements CrossCheck {
    /** AWS refuses a second listener on a port. */
    ONE_PER_PORT {
        @Override
        Stream<Violation> violationsOf(List<Listener> listeners) {
            Map<Integer, Listener> first = new LinkedHashMap<>();
            return listeners.stream()
                    .filter(listener -> first.putIfAbsent(listener.attributes().port(), listener) != null)
                    .map(listener ->
                            samePort(listener, first.get(listener.attributes().port())));
        }
    },
    /** A warning, since AWS raises this quota on request. */
    LISTENER_QUOTA {
        @Override
        Stream<Violation> violationsOf(List<Listener> listeners) {
            return listeners.stream()
                    .skip(MOST_LISTENERS)
                    .limit(1)
                    .map(listener -> tooMany(listener, listeners.size()).asWarning());
        }
    },
    /** AWS raises this one for nobody. */
    VERIFY_QUOTA {
        @Override
        Stream<Violation> violationsOf(List<Listener> listeners) {
            List<Listener> verifying =
                    listeners.stream().filter(ListenerRules::verifies).toList();
            return verifying.stream().skip(MOST_VERIFYING).limit(1).map(l -> tooManyVerify(l, verifying.size()));
        }
    };

    private static final int MOST_LISTENERS = 50;
    private static final int MOST_VERIFYING = 2;

    abstract Stream<Violation> violationsOf(List<Listener> listeners);

    @Override
    public List<Violation> violations(Inventory inventory) {
        return byLoadBalancer(inventory).stream().flatMap(this::violationsOf).toList();
    }

    private static Collection<List<Listener>> byLoadBalancer(Inventory inventory) {
        return inventory.all(Listener.class).stream()
                .collect(Collectors.groupingBy(
                        listener -> listener.attributes().loadBalancerArn(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static boolean verifies(Listener listener) {
        MutualAuthentication authentication = listener.attributes().mutualAuthentication();
        return authentication != null && authentication.mode() == MutualAuthenticationMode.VERIFY;
    }

    private static Violation samePort(Listener listener, Listener first) {
        return Violation.at(
                listener.address(),
                "port",
                "be one that no other listener of its load balancer has",
                listener.attributes().port() + ", as " + first.address() + " has",
                "Choose another port, or make one listener with a rule for each case.");
    }

    private static Violation tooMany(Listener listener, int count) {
        return Violation.at(
                listener.address(),
                "load_balancer_arn",
                "be a load balancer within AWS's usual quota of " + MOST_LISTENERS + " listeners",
                count + " listeners",
                "Spread them over several load balancers, unless AWS has raised the quota for your account.");
    }

    private static Violation tooManyVerify(Listener listener, int count) {
        return Violation.at(
                listener.address(),
                "mutual_authentication.mode",
                "be verify on at most " + MOST_VERIFYING + " listeners of a load balancer",
                count + " listeners",
                "Use a second load balancer for the others.");
    }
}

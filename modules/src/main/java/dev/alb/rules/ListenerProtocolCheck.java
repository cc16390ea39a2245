package dev.alb.rules;

import dev.alb.actions.Redirect;
import dev.alb.listeners.Listener;
import dev.alb.listeners.ListenerProtocol;
import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a rule does is possible with the protocol of its listener; listeners made elsewhere are left out. */
enum ListenerProtocolCheck implements CrossCheck {
    /** Signing in needs HTTPS. */
    SIGNING_IN {
        @Override
        Optional<Violation> violation(ListenerRule rule, Listener listener) {
            boolean unencrypted = listener.attributes().protocol() == ListenerProtocol.HTTP;
            return rule.attributes().action().needsHttps() && unencrypted
                    ? Optional.of(Violation.at(
                            rule.address(),
                            "action",
                            "sign nobody in on an HTTP listener",
                            rule.attributes().action().steps().get(0).type() + " on " + listener.address(),
                            "Put the rule on an HTTPS listener: AWS refuses it here."))
                    : Optional.empty();
        }
    },
    /** A redirect never leaves HTTPS. */
    LEAVING_HTTPS {
        @Override
        Optional<Violation> violation(ListenerRule rule, Listener listener) {
            boolean encrypted = listener.attributes().protocol() == ListenerProtocol.HTTPS;
            return rule.attributes()
                    .action()
                    .redirect()
                    .filter(redirect -> encrypted && redirect.leadsToHttp())
                    .map(redirect -> Violation.at(
                            rule.address(),
                            "action.redirect.protocol",
                            "stay HTTPS on an HTTPS listener",
                            "HTTP on " + listener.address(),
                            "Take the protocol out or make it HTTPS: AWS refuses it here."));
        }
    },
    /** A redirect leads somewhere else than to its own rule. */
    LOOP {
        @Override
        Optional<Violation> violation(ListenerRule rule, Listener listener) {
            return rule.attributes()
                    .action()
                    .redirect()
                    .filter(redirect -> leadsBack(redirect, listener))
                    .map(redirect -> Violation.at(
                            rule.address(),
                            "action.redirect",
                            "lead to another URL than the one that was asked for",
                            "a loop on " + listener.address(),
                            "Change the host, the path or the port; a browser would never arrive."));
        }
    };

    abstract Optional<Violation> violation(ListenerRule rule, Listener listener);

    @Override
    public List<Violation> violations(Inventory inventory) {
        List<Violation> violations = new ArrayList<>();
        for (ListenerRule rule : inventory.all(ListenerRule.class)) {
            inventory
                    .find(Listener.class, rule.attributes().listenerArn())
                    .flatMap(listener -> violation(rule, listener))
                    .ifPresent(violations::add);
        }
        return violations;
    }

    private static boolean leadsBack(Redirect redirect, Listener listener) {
        String protocol = listener.attributes().protocol().name();
        String port = String.valueOf(listener.attributes().port());
        boolean sameProtocol =
                redirect.protocol() == null || redirect.protocol().name().equals(protocol);
        boolean samePort =
                List.of("#{port}", port).contains(redirect.normalized().port());
        return sameProtocol && samePort && isSameWithin(redirect);
    }

    private static boolean isSameWithin(Redirect redirect) {
        boolean sameQuery = "#{query}".equals(redirect.normalized().query());
        return sameQuery && redirect.withProtocol(null).withPort(null).changesNothing();
    }
}

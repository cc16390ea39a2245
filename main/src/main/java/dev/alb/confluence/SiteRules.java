package dev.alb.confluence;

import dev.alb.actions.Action;
import dev.alb.actions.Actions;
import dev.alb.rules.Condition;
import dev.alb.rules.HostHeader;
import dev.alb.rules.ListenerRule;
import dev.alb.rules.ListenerRuleAttributes;
import dev.alb.rules.Priority;
import dev.alb.site.RuleSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of the listener that serves a site.
 *
 * <p>Synchrony's stands at priority 10000, behind the administrator's own, so that a rule which keeps somebody out keeps
 * them out of Synchrony too. On somebody else's listener each rule asks for the domain, and Confluence has one as well.
 */
final class SiteRules {
    /** Synchrony sits at the root of the host, whatever Confluence's context path is. */
    private static final Condition SYNCHRONY_PATHS = Condition.paths("/synchrony", "/synchrony/*");

    private static final int SYNCHRONY_PRIORITY = 10_000;
    private static final int FIRST_SHARED_SYNCHRONY = 10_000;
    private static final int LAST_SHARED_SYNCHRONY = 19_990;
    private static final int FIRST_SHARED_CONFLUENCE = 20_000;
    private static final int LAST_SHARED_CONFLUENCE = 49_990;

    private final Plan plan;
    private final String listenerArn;
    private final SiteTargetGroups targetGroups;

    SiteRules(Plan plan, String listenerArn, SiteTargetGroups targetGroups) {
        this.plan = plan;
        this.listenerArn = listenerArn;
        this.targetGroups = targetGroups;
    }

    void make() {
        Optional<ListenerRuleAttributes> synchrony = targetGroups.synchrony().map(group -> synchrony(group.arn()));
        synchrony.ifPresent(attributes -> make("synchrony", "", attributes));
        if (isShared()) {
            make("confluence", "", confluence());
        }
        ActionsOfSite actions = new ActionsOfSite(plan, targetGroups);
        plan.site().rules().forEach((name, rule) -> {
            String origin = "rules." + name;
            plan.ofSection(origin, () -> own(name, rule, actions)).ifPresent(own -> {
                synchrony.ifPresent(attributes -> leaveToSynchrony(name, own, attributes));
                make(name, origin, own);
            });
        });
    }

    /** On a listener of its own, Synchrony's rule asks for no host: one that asks for the site's takes all from it. */
    private void leaveToSynchrony(String name, ListenerRuleAttributes own, ListenerRuleAttributes synchrony) {
        List<Condition> atDomain = List.of(Condition.hosts(plan.site().domain()), SYNCHRONY_PATHS);
        boolean isEarlier = own.priority().value() < synchrony.priority().value();
        boolean takesAll = own.covers(synchrony.withCondition(atDomain)) && !own.covers(synchrony);
        if (isEarlier && takesAll && !own.hasSameOutcomeAs(synchrony)) {
            int last = synchrony.priority().value();
            plan.refuse(
                    "rules." + name,
                    "leave /synchrony to aws_lb_listener_rule.synchrony (priority " + last + ")",
                    "all of " + plan.site().domain() + " by aws_lb_listener_rule." + name + " (priority "
                            + own.priority().value() + ")",
                    "Give it a priority above " + last + ", or narrow its conditions.");
        }
    }

    private ListenerRuleAttributes synchrony(String targetGroupArn) {
        Priority priority = isShared() ? sharedSynchronyPriority() : Priority.of(SYNCHRONY_PRIORITY);
        return ListenerRuleAttributes.of(
                listenerArn,
                priority,
                forDomain(List.of(SYNCHRONY_PATHS)),
                Actions.of(Action.forwardTo(targetGroupArn)));
    }

    private ListenerRuleAttributes confluence() {
        return ListenerRuleAttributes.of(
                listenerArn,
                sharedConfluencePriority(),
                forDomain(List.of()),
                Actions.of(Action.forwardTo(targetGroups.confluence().arn())));
    }

    private ListenerRuleAttributes own(String name, RuleSection rule, ActionsOfSite actions) {
        Priority priority = rule.priority() == null ? Priority.keyed(name) : Priority.of(rule.priority());
        ListenerRuleAttributes attributes = ListenerRuleAttributes.of(
                listenerArn, priority, forDomain(rule.conditions()), new Actions(actions.of(name, rule)));
        return attributes
                .withTransform(rule.transforms().isEmpty() ? null : rule.transforms())
                .withTags(rule.tags().isEmpty() ? null : rule.tags());
    }

    private Priority sharedSynchronyPriority() {
        Integer given = plan.site().existing().synchronyPriority();
        return given == null
                ? Priority.keyed(plan.site().domain(), FIRST_SHARED_SYNCHRONY, LAST_SHARED_SYNCHRONY)
                : Priority.of(given);
    }

    private Priority sharedConfluencePriority() {
        Integer given = plan.site().existing().confluencePriority();
        return given == null
                ? Priority.keyed(plan.site().domain(), FIRST_SHARED_CONFLUENCE, LAST_SHARED_CONFLUENCE)
                : Priority.of(given);
    }

    private List<Condition> forDomain(List<Condition> conditions) {
        List<Condition> all = new ArrayList<>(conditions);
        if (isShared() && conditions.stream().noneMatch(HostHeader.class::isInstance)) {
            all.add(0, Condition.hosts(plan.site().domain()));
        }
        return all;
    }

    private boolean isShared() {
        return plan.site().sharesListener();
    }

    private void make(String name, String origin, ListenerRuleAttributes attributes) {
        ListenerRule rule = new ListenerRule(plan.stack(), "rule-" + name, attributes);
        rule.overrideLogicalId(name);
        plan.made(origin, rule);
    }
}

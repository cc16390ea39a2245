package dev.alb.site;

import dev.alb.actions.Action;
import dev.alb.rules.Condition;
import dev.alb.rules.Transform;
import dev.alb.site.binding.Default;
import dev.alb.site.binding.Doc;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the administrator's own, on the listener that serves the site.
 *
 * @param priority 1 to 50000, the lowest wins; {@code null} for one that follows from the rule's name
 * @param conditions all of them must hold
 * @param actions what happens then; {@code confluence} and {@code synchrony} name the target groups of the site
 * @param transforms what is rewritten on the way to a target
 * @param tags of the rule
 */
public record RuleSection(
        @Doc(
                "1 to 50000, the lowest wins; Synchrony's rule has 10000. Where left out, it follows from the rule's name.")
        @Nullable
        Integer priority,

        @Doc("Conditions of which all must hold.") List<Condition> conditions,

        @Doc("What happens: forward, redirect, fixed_response, or a sign-in before one of them.")
        List<Action> actions,

        @Default("[]") @Doc("Rewrites of the host or of the URL.")
        List<Transform> transforms,

        @Default("{}") @Doc("Tags of the rule.") Map<String, String> tags) {}

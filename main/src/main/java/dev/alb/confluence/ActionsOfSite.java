package dev.alb.confluence;

import com.hashicorp.cdktf.TerraformVariable;
import com.hashicorp.cdktf.TerraformVariableConfig;
import dev.alb.actions.Action;
import dev.alb.actions.AuthenticateOidc;
import dev.alb.actions.ClientSecret;
import dev.alb.actions.Forward;
import dev.alb.actions.WeightedTargetGroup;
import dev.alb.site.RuleSection;
import dev.alb.site.SiteVocabulary;
import dev.alb.site.binding.Placeholder;
import dev.alb.targetgroups.TargetGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the site's target groups and secret variables in place of the names by which a rule calls them. */
final class ActionsOfSite {
    private final Plan plan;
    private final SiteTargetGroups targetGroups;
    private final Map<String, TerraformVariable> variables = new HashMap<>();

    ActionsOfSite(Plan plan, SiteTargetGroups targetGroups) {
        this.plan = plan;
        this.targetGroups = targetGroups;
    }

    List<Action> of(String name, RuleSection rule) {
        return rule.actions().stream().map(action -> resolved(name, action)).toList();
    }

    private Action resolved(String rule, Action action) {
        if (action instanceof Forward forward) {
            return forward.withTargetGroup(
                    forward.targetGroup().stream().map(g -> resolved(rule, g)).toList());
        }
        if (action instanceof AuthenticateOidc oidc) {
            return oidc.withClientSecret(
                    new ClientSecret(secret(oidc.clientSecret().text())));
        }
        return action;
    }

    private WeightedTargetGroup resolved(String rule, WeightedTargetGroup group) {
        Optional<Placeholder> placeholder = Placeholder.in(group.arn());
        if (placeholder.isEmpty()) {
            return group;
        }
        return new WeightedTargetGroup(arn(rule, placeholder.get().name()), group.weight());
    }

    private String arn(String rule, String service) {
        if (service.equals(SiteVocabulary.SYNCHRONY)) {
            Optional<TargetGroup> synchrony = targetGroups.synchrony();
            if (synchrony.isEmpty()) {
                plan.refuse(
                        "rules." + rule,
                        "forward to a target group that there is",
                        "synchrony, in proxy mode",
                        "Forward to confluence, or let another mode run Synchrony.");
            }
            return synchrony.orElse(targetGroups.confluence()).arn();
        }
        return targetGroups.confluence().arn();
    }

    private String secret(String text) {
        return Placeholder.in(text)
                .map(p -> variable(p.name()).getStringValue())
                .orElse(text);
    }

    private TerraformVariable variable(String name) {
        return variables.computeIfAbsent(name, this::declare);
    }

    private TerraformVariable declare(String name) {
        // Its name is the user's choice, so its id has to keep away from those of the resources.
        TerraformVariable variable = new TerraformVariable(
                plan.stack(),
                "variable-" + name,
                TerraformVariableConfig.builder()
                        .type("string")
                        .sensitive(true)
                        .description("A secret that " + plan.site().name() + " needs; set TF_VAR_" + name + ".")
                        .build());
        variable.overrideLogicalId(name);
        return variable;
    }
}

package com.example.platform;

import com.hashicorp.cdktf.TerraformStack;
import dev.alb.actions.Action;
import dev.alb.actions.Actions;
import dev.alb.rules.Condition;
import dev.alb.rules.ListenerRule;
import dev.alb.rules.ListenerRuleAttributes;
import dev.alb.rules.Priority;
import java.util.List;
import software.constructs.Construct;

/** One module by itself: a rule on a listener that another team owns. */
final class RuleStack extends TerraformStack {
    private static final String LISTENER =
            "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2";

    RuleStack(Construct scope, String id) {
        super(scope, id);
        new AwsProvider(this, "eu-central-1");
        new ListenerRule(
                this,
                "maintenance",
                ListenerRuleAttributes.of(
                        LISTENER,
                        Priority.of(10),
                        List.of(Condition.hosts("wiki.example.com")),
                        Actions.of(Action.fixedResponse(503))));
    }
}

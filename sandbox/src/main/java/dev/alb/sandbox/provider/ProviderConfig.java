package dev.alb.sandbox.provider;

import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.account.Regions;
import dev.alb.sandbox.provider.protocol.Plugin.Diagnostic;
import dev.alb.sandbox.values.Value;
import dev.alb.sandbox.values.ValuePath;
import java.util.ArrayList;
import java.util.List;

/** What the provider refuses of its own configuration once it knows the account. */
final class ProviderConfig {
    private static final String REGION = "region";

    private ProviderConfig() {}

    static List<Diagnostic> check(Value config, Caller caller) {
        List<Diagnostic> found = new ArrayList<>();
        if (config instanceof Value.Mapping provider) {
            region(provider, found);
            account(provider, caller.accountIn(provider), found);
        }
        return found;
    }

    private static void region(Value.Mapping provider, List<Diagnostic> found) {
        boolean validates = !provider.get("skip_region_validation").equals(new Value.Bool(true));
        if (validates && provider.get(REGION) instanceof Value.Text region && !Regions.exists(region.value())) {
            String summary = "invalid AWS Region: " + region.value();
            found.add(Messages.error(summary, "", ValuePath.ROOT.attribute(REGION)));
        }
    }

    private static void account(Value.Mapping provider, String id, List<Diagnostic> found) {
        Value allowed = provider.get("allowed_account_ids");
        Value account = Value.text(id);
        boolean missing = !allowed.elements().isEmpty()
                && allowed.isWhollyKnown()
                && !allowed.elements().contains(account);
        if (missing || provider.get("forbidden_account_ids").elements().contains(account)) {
            found.add(Messages.error("AWS account ID not allowed: " + id, ""));
        }
    }
}

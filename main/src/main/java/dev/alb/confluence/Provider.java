package dev.alb.confluence;

import dev.alb.site.ProviderSection;
import dev.alb.site.Site;
import dev.alb.terraform.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The AWS provider of a site. */
final class Provider {
    private Provider() {}

    static void use(Settings settings, Site site) {
        ProviderSection section = site.provider();
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("region", site.region());
        if (section.profile() != null) {
            arguments.put("profile", Attributes.render(section.profile()));
        }
        if (section.assumeRole() != null) {
            arguments.put("assume_role", List.of(Attributes.of(section.assumeRole())));
        }
        if (section.allowedAccountIds() != null) {
            arguments.put("allowed_account_ids", section.allowedAccountIds());
        }
        Map<String, String> tags = new TreeMap<>(section.defaultTags());
        tags.putAll(site.tags());
        if (!tags.isEmpty()) {
            arguments.put("default_tags", List.of(Map.of("tags", Attributes.render(tags))));
        }
        settings.useProvider(section.version(), arguments);
    }
}

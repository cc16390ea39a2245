package dev.alb.confluence;

import dev.alb.site.binding.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes over what was made by hand, so that whoever followed Atlassian's page moves without an outage.
 *
 * <p>Each becomes an {@code import} block of Terraform: the next plan shows what would change on it.
 */
final class Adoption {
    /** The provider can't import these; it makes them again, which changes nothing in AWS. */
    private static final Set<String> NOT_IMPORTABLE =
            Set.of("aws_lb_target_group_attachment", "aws_autoscaling_attachment", "aws_acm_certificate_validation");

    private Adoption() {}

    static void take(Plan plan, Settings settings) {
        List<String> known = new ArrayList<>();
        plan.addresses().forEach(known::add);
        plan.site().adopt().forEach((address, id) -> {
            if (NOT_IMPORTABLE.contains(address.split("\\.")[0])) {
                refuse(
                        plan,
                        address,
                        "name something that can be imported",
                        "Leave it out: making it again changes nothing.");
            } else if (!known.contains(address)) {
                String fix = Nearest.to(address, known)
                        .map(name -> "Did you mean " + name + "?")
                        .orElse("The addresses of this site: "
                                + String.join(", ", known.stream().sorted().toList()));
                refuse(plan, address, "name a resource of this site by its Terraform address", fix);
            } else {
                settings.adopt(address, id);
            }
        });
    }

    private static void refuse(Plan plan, String address, String rule, String fix) {
        plan.refuseKey("adopt", address, rule, fix);
    }
}

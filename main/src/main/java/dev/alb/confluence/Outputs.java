package dev.alb.confluence;

import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import dev.alb.terraform.Attributes;
import software.constructs.Construct;

/** What a stack tells after a deploy. */
final class Outputs {
    private final Construct stack;

    Outputs(Construct stack) {
        this.stack = stack;
    }

    void tell(String name, String value, String description) {
        new TerraformOutput(
                stack,
                name,
                TerraformOutputConfig.builder()
                        .value(Attributes.render(value))
                        .description(description)
                        .build());
    }
}

package dev.alb.terraform;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import java.util.Map;
import software.constructs.Construct;

/** The same resource as CDKTF's own bindings make it: what {@link Thing} has to be like. */
final class NativeThing extends TerraformResource {
    private final Map<String, Object> arguments;

    NativeThing(Construct scope, String id, Map<String, Object> arguments) {
        super(
                scope,
                id,
                TerraformResourceConfig.builder()
                        .terraformResourceType(Thing.TYPE)
                        .build());
        this.arguments = arguments;
    }

    @Override
    protected Map<String, Object> synthesizeAttributes() {
        return arguments;
    }
}

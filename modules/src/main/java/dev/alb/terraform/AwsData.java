package dev.alb.terraform;

import com.hashicorp.cdktf.TerraformDataSource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import java.util.HashMap;
import java.util.Map;
import software.constructs.Construct;

/** Something that is already in AWS and that Terraform only reads. */
public abstract class AwsData extends TerraformDataSource {
    private final Placement placement;
    private final Map<String, String> references = new HashMap<>();

    /**
     * A data source.
     *
     * @param type Terraform's name of the type, such as {@code aws_lb}
     * @param query what it is found by
     */
    protected AwsData(Construct scope, String id, String type, Map<String, Object> query) {
        super(
                scope,
                id,
                TerraformResourceConfig.builder().terraformResourceType(type).build());
        this.placement = Fragment.of(scope).place("data", type, id, query, scope);
    }

    /** The address in a plan, such as {@code data.aws_lb.wiki}. */
    public final String address() {
        return "data." + placement.address();
    }

    /** A reference to an attribute. */
    protected final String attribute(String name) {
        return references.computeIfAbsent(name, this::getStringAttribute);
    }
}

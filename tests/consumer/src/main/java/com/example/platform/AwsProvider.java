package com.example.platform;

import com.hashicorp.cdktf.TerraformProvider;
import com.hashicorp.cdktf.TerraformProviderConfig;
import java.util.Map;
import software.constructs.Construct;

/** The platform's own provider: the modules never bring one. */
final class AwsProvider extends TerraformProvider {
    private final String region;

    AwsProvider(Construct scope, String region) {
        super(
                scope,
                "aws",
                TerraformProviderConfig.builder()
                        .terraformResourceType("aws")
                        .terraformProviderSource("hashicorp/aws")
                        .build());
        this.region = region;
    }

    @Override
    protected Map<String, Object> synthesizeAttributes() {
        return Map.of("region", region);
    }
}

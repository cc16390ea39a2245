package dev.alb.targetgroups;

import dev.alb.terraform.TerraformValue;

/** The version of HTTP that targets get; a listener must be HTTPS for the latter two. */
public enum ProtocolVersion implements TerraformValue {
    /** HTTP/1.1; AWS's default. The only version in which WebSockets work. */
    HTTP1("HTTP1"),
    /** HTTP/2. */
    HTTP2("HTTP2"),
    /** gRPC, whose health checks answer with codes from 0 to 99. */
    GRPC("GRPC");

    private final String terraform;

    ProtocolVersion(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}

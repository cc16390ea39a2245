package dev.alb.architecture.broken.targetgroups;

import com.hashicorp.cdktf.TerraformStack;

/** Goes round the foundation. */
public interface KnowsCdktf {
    /** A type of CDKTF. */
    TerraformStack stack();
}

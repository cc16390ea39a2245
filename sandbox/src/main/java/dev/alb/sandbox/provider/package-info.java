/**
 * A provider for the real Terraform that needs no network: it knows the schema of AWS and answers from memory.
 *
 * <p>{@link OfflineTerraform} runs Terraform on a folder; {@link OfflineAwsProvider} is what Terraform talks to.
 * Everything is driven by two files, the schema and the answers, so that a further resource is a matter of data.
 */
@NullMarked
package dev.alb.sandbox.provider;

import org.jspecify.annotations.NullMarked;

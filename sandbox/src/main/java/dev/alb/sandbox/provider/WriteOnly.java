package dev.alb.sandbox.provider;

import dev.alb.sandbox.provider.protocol.Plugin.Diagnostic;
import dev.alb.sandbox.schema.Block;
import dev.alb.sandbox.values.Value;
import dev.alb.sandbox.values.ValuePath;
import java.util.List;

/** Attributes that reach AWS and nothing else: no plan, no state. A Terraform before 1.11 would write them down. */
final class WriteOnly {
    private WriteOnly() {}

    /** What to say to a Terraform that has no such attributes and was given some. */
    static List<Diagnostic> refuse(Block block, Value.Mapping config) {
        return block.attributes().values().stream()
                .filter(attribute ->
                        attribute.writeOnly() && !config.get(attribute.name()).isNull())
                .map(attribute -> Messages.error(
                        "Write-only Attribute Not Allowed",
                        "The resource contains a non-null value for write-only attribute \"" + attribute.name()
                                + "\". Write-only attributes are only supported in Terraform 1.11 and later.",
                        ValuePath.ROOT.attribute(attribute.name())))
                .toList();
    }
}

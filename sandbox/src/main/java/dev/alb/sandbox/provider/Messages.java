package dev.alb.sandbox.provider;

import com.google.protobuf.ByteString;
import dev.alb.sandbox.provider.planning.Finding;
import dev.alb.sandbox.provider.protocol.Plugin.AttributePath;
import dev.alb.sandbox.provider.protocol.Plugin.Diagnostic;
import dev.alb.sandbox.provider.protocol.Plugin.DynamicValue;
import dev.alb.sandbox.schema.Block;
import dev.alb.sandbox.values.JsonValues;
import dev.alb.sandbox.values.MessagePack;
import dev.alb.sandbox.values.Value;
import dev.alb.sandbox.values.ValuePath;

/** Values, paths and errors as the protocol has them. */
final class Messages {
    private Messages() {}

    /** Terraform sends msgpack, and JSON where it took the value from a file. */
    static Value decode(DynamicValue message, Block block) {
        if (!message.getJson().isEmpty()) {
            return JsonValues.read(message.getJson().toStringUtf8(), block.type());
        }
        return message.getMsgpack().isEmpty()
                ? Value.Absent.NULL
                : MessagePack.decode(message.getMsgpack().toByteArray(), block.type());
    }

    static DynamicValue encode(Value value) {
        return DynamicValue.newBuilder()
                .setMsgpack(ByteString.copyFrom(MessagePack.encode(value)))
                .build();
    }

    static Diagnostic error(String summary, String detail) {
        return Diagnostic.newBuilder()
                .setSeverity(Diagnostic.Severity.ERROR)
                .setSummary(summary)
                .setDetail(detail)
                .build();
    }

    static Diagnostic error(String summary, String detail, ValuePath path) {
        return error(summary, detail).toBuilder().setAttribute(of(path)).build();
    }

    static Diagnostic error(Finding finding) {
        return error(finding.summary(), finding.detail(), finding.path());
    }

    static AttributePath of(ValuePath path) {
        AttributePath.Builder message = AttributePath.newBuilder();
        path.steps().forEach(step -> message.addSteps(of(step)));
        return message.build();
    }

    private static AttributePath.Step of(Object step) {
        AttributePath.Step.Builder message = AttributePath.Step.newBuilder();
        return (step instanceof Long index
                        ? message.setElementKeyInt(index)
                        : message.setAttributeName(step.toString()))
                .build();
    }
}

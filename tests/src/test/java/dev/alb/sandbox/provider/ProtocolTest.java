package dev.alb.sandbox.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.account.Stopped;
import dev.alb.sandbox.provider.protocol.Plugin.DynamicValue;
import dev.alb.sandbox.provider.protocol.Plugin.GetFunctions;
import dev.alb.sandbox.provider.protocol.Plugin.GetMetadata;
import dev.alb.sandbox.provider.protocol.Plugin.GetProviderSchema;
import dev.alb.sandbox.provider.protocol.Plugin.GetResourceIdentitySchemas;
import dev.alb.sandbox.provider.protocol.Plugin.PlanResourceChange;
import dev.alb.sandbox.provider.protocol.Plugin.RawState;
import dev.alb.sandbox.provider.protocol.Plugin.ReadResource;
import dev.alb.sandbox.provider.protocol.Plugin.Stop;
import dev.alb.sandbox.provider.protocol.Plugin.UpgradeResourceState;
import dev.alb.sandbox.provider.protocol.Plugin.ValidateConfig;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.protobuf.lite.ProtoLiteUtils;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provider over the wire, called as any version of Terraform may call it. */
class ProtocolTest {
    private static final int LARGE = 50 << 20;

    @AutoClose
    private final OfflineAwsProvider provider = OfflineAwsProvider.start();

    private ManagedChannel channel;

    @BeforeEach
    void connect() throws IOException {
        JsonNode reattach = new ObjectMapper().readTree(provider.reattach());
        String address = reattach.path("registry.terraform.io/hashicorp/aws")
                .path("Addr")
                .path("String")
                .asText();
        channel = OkHttpChannelBuilder.forTarget(address)
                .usePlaintext()
                .maxInboundMessageSize(LARGE * 2)
                .build();
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void the_schema_plans_destroys_and_moves_and_the_metadata_has_its_names() {
        GetProviderSchema.Response schema = call(
                "GetSchema",
                GetProviderSchema.Request.getDefaultInstance(),
                GetProviderSchema.Response.getDefaultInstance());
        assertTrue(schema.getServerCapabilities().getPlanDestroy());
        assertTrue(schema.getServerCapabilities().getMoveResourceState());
        GetMetadata.Response metadata = call(
                "GetMetadata", GetMetadata.Request.getDefaultInstance(), GetMetadata.Response.getDefaultInstance());
        assertEquals(
                schema.getResourceSchemasMap().keySet(),
                metadata.getResourcesList().stream()
                        .map(GetMetadata.TypeMetadata::getTypeName)
                        .collect(Collectors.toSet()));
    }

    @Test
    void what_a_newer_terraform_asks_for_is_none() {
        assertEquals(
                0,
                call(
                                "GetFunctions",
                                GetFunctions.Request.getDefaultInstance(),
                                GetFunctions.Response.getDefaultInstance())
                        .getFunctionsCount());
        assertEquals(
                0,
                call(
                                "GetResourceIdentitySchemas",
                                GetResourceIdentitySchemas.Request.getDefaultInstance(),
                                GetResourceIdentitySchemas.Response.getDefaultInstance())
                        .getIdentitySchemasCount());
        StatusRuntimeException none = assertThrows(
                StatusRuntimeException.class,
                () -> call(
                        "OpenEphemeralResource",
                        Stop.Request.getDefaultInstance(),
                        Stop.Response.getDefaultInstance()));
        assertEquals(Status.Code.UNIMPLEMENTED, none.getStatus().getCode());
    }

    @Test
    void a_type_that_is_not_there_is_named() {
        String said = PluginCalls.text(
                validate("aws_spaceship", DynamicValue.getDefaultInstance()).getDiagnosticsList());
        assertTrue(said.startsWith("The sandbox has no resource aws_spaceship"), said);
    }

    @Test
    void a_fault_of_the_sandbox_is_a_sentence_and_no_stack_trace() {
        DynamicValue broken = DynamicValue.newBuilder()
                .setMsgpack(ByteString.copyFrom(new byte[] {(byte) 0x81, 1, 2}))
                .build();
        String said = PluginCalls.text(validate("aws_lb", broken).getDiagnosticsList());
        assertTrue(said.startsWith("The sandbox failed in ValidateResourceTypeConfig: "), said);
        assertTrue(said.contains("ALB_DEBUG=1"), said);
        assertFalse(said.contains("\tat "), said);
    }

    @Test
    void a_terraform_without_write_only_attributes_is_given_none() {
        DynamicValue config = DynamicValue.newBuilder()
                .setJson(ByteString.copyFromUtf8(
                        "{\"name\":\"/a\",\"type\":\"String\",\"value_wo\":\"secret\",\"value_wo_version\":1}"))
                .build();
        String said = PluginCalls.text(validate("aws_ssm_parameter", config).getDiagnosticsList());
        assertTrue(said.startsWith("Write-only Attribute Not Allowed: "), said);
        assertFalse(said.contains("secret"), said);
    }

    private ValidateConfig.Response validate(String type, DynamicValue config) {
        return call(
                "ValidateResourceTypeConfig",
                ValidateConfig.Request.newBuilder()
                        .setTypeName(type)
                        .setConfig(config)
                        .build(),
                ValidateConfig.Response.getDefaultInstance());
    }

    @Test
    void a_state_may_be_large() {
        String json = "{\"id\":\"a\",\"dashboard_name\":\"a\",\"dashboard_body\":\"" + "x".repeat(LARGE) + "\"}";
        UpgradeResourceState.Request request = UpgradeResourceState.Request.newBuilder()
                .setTypeName("aws_cloudwatch_dashboard")
                .setRawState(RawState.newBuilder().setJson(ByteString.copyFromUtf8(json)))
                .build();
        UpgradeResourceState.Response response =
                call("UpgradeResourceState", request, UpgradeResourceState.Response.getDefaultInstance());
        assertTrue(
                response.getUpgradedState().getMsgpack().size() > LARGE,
                PluginCalls.text(response.getDiagnosticsList()));
    }

    @Test
    void many_ask_at_once() {
        List<String> said = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> PluginCalls.text(plan(i).getDiagnosticsList()))
                .filter(text -> !text.isEmpty())
                .toList();
        assertEquals(List.of(), said);
    }

    private PlanResourceChange.Response plan(int number) {
        DynamicValue config = DynamicValue.newBuilder()
                .setJson(ByteString.copyFromUtf8("{\"name\":\"group-" + number + "\"}"))
                .build();
        return call(
                "PlanResourceChange",
                PlanResourceChange.Request.newBuilder()
                        .setTypeName("aws_security_group")
                        .setConfig(config)
                        .setProposedNewState(config)
                        .build(),
                PlanResourceChange.Response.getDefaultInstance());
    }

    @Test
    void stop_ends_what_hangs() {
        Caller caller = new Caller();
        caller.await(Duration.ofMillis(1));
        caller.stop();
        Stopped stopped = assertThrows(Stopped.class, () -> caller.await(Duration.ofDays(1)));
        assertTrue(InternalError.of("ApplyResourceChange", stopped).getSummary().equals("context canceled"));
        assertEquals(
                "",
                call("Stop", Stop.Request.getDefaultInstance(), Stop.Response.getDefaultInstance())
                        .getError());
        ReadResource.Response gone = call(
                "ReadResource",
                ReadResource.Request.newBuilder()
                        .setTypeName("aws_lb")
                        .setCurrentState(DynamicValue.newBuilder().setJson(ByteString.copyFromUtf8("{\"id\":\"a\"}")))
                        .build(),
                ReadResource.Response.getDefaultInstance());
        assertEquals("", PluginCalls.text(gone.getDiagnosticsList()));
    }

    private <Q extends MessageLite, A extends MessageLite> A call(String name, Q request, A blank) {
        @SuppressWarnings("unchecked")
        Q prototype = (Q) request.getDefaultInstanceForType();
        MethodDescriptor<Q, A> method = MethodDescriptor.<Q, A>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName("tfplugin5.Provider", name))
                .setRequestMarshaller(ProtoLiteUtils.marshaller(prototype))
                .setResponseMarshaller(ProtoLiteUtils.marshaller(blank))
                .build();
        return ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, request);
    }
}

package dev.alb.sandbox.provider;

import com.google.protobuf.MessageLite;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.provider.protocol.Plugin.ApplyResourceChange;
import dev.alb.sandbox.provider.protocol.Plugin.Configure;
import dev.alb.sandbox.provider.protocol.Plugin.Diagnostic;
import dev.alb.sandbox.provider.protocol.Plugin.GetFunctions;
import dev.alb.sandbox.provider.protocol.Plugin.GetMetadata;
import dev.alb.sandbox.provider.protocol.Plugin.GetProviderSchema;
import dev.alb.sandbox.provider.protocol.Plugin.GetResourceIdentitySchemas;
import dev.alb.sandbox.provider.protocol.Plugin.ImportResourceState;
import dev.alb.sandbox.provider.protocol.Plugin.MoveResourceState;
import dev.alb.sandbox.provider.protocol.Plugin.PlanResourceChange;
import dev.alb.sandbox.provider.protocol.Plugin.PrepareProviderConfig;
import dev.alb.sandbox.provider.protocol.Plugin.ReadDataSource;
import dev.alb.sandbox.provider.protocol.Plugin.ReadResource;
import dev.alb.sandbox.provider.protocol.Plugin.Stop;
import dev.alb.sandbox.provider.protocol.Plugin.UpgradeResourceState;
import dev.alb.sandbox.provider.protocol.Plugin.ValidateConfig;
import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.services.AwsApi;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.protobuf.lite.ProtoLiteUtils;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The calls as gRPC knows them, each with the caller on whose connection it came.
 *
 * <p>A call that fails by itself answers with a diagnostic, so that Terraform shows it beside the resource and goes on
 * with the others. What this service does not have, such as ephemeral resources, a newer Terraform takes as none.
 */
final class ProviderService {
    private static final String NAME = "tfplugin5.Provider";

    /** What asks AWS may wait for it. Handing everything else to another thread would cost more than the answer. */
    private static final Set<String> WAITS =
            Set.of("ApplyResourceChange", "ReadResource", "ReadDataSource", "ImportResourceState");

    private final ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(NAME);
    private final Executor threads;

    private ProviderService(Executor threads) {
        this.threads = threads;
    }

    /**
     * The calls, for a server that answers on the thread of the connection.
     *
     * @param threads takes those that may wait
     */
    static ServerServiceDefinition of(AwsSchema schema, AwsApi aws, Executor threads) {
        Types types = new Types(schema);
        ProviderService service = new ProviderService(threads);
        ProviderCalls calls = new ProviderCalls(types, aws);
        service.itself(calls);
        service.configurations(calls);
        service.states(new States(types), new Imports(types, aws));
        service.resources(new ResourceCalls(types, aws));
        return service.service.build();
    }

    private void itself(ProviderCalls calls) {
        add(
                "GetSchema",
                GetProviderSchema.Request.getDefaultInstance(),
                GetProviderSchema.Response.getDefaultInstance(),
                d -> GetProviderSchema.Response.newBuilder().addDiagnostics(d).build(),
                (r, caller) -> calls.schema());
        add(
                "GetMetadata",
                GetMetadata.Request.getDefaultInstance(),
                GetMetadata.Response.getDefaultInstance(),
                d -> GetMetadata.Response.newBuilder().addDiagnostics(d).build(),
                (r, caller) -> calls.metadata());
        add(
                "GetFunctions",
                GetFunctions.Request.getDefaultInstance(),
                GetFunctions.Response.getDefaultInstance(),
                d -> GetFunctions.Response.newBuilder().addDiagnostics(d).build(),
                (r, caller) -> GetFunctions.Response.getDefaultInstance());
        add(
                "GetResourceIdentitySchemas",
                GetResourceIdentitySchemas.Request.getDefaultInstance(),
                GetResourceIdentitySchemas.Response.getDefaultInstance(),
                d -> GetResourceIdentitySchemas.Response.newBuilder()
                        .addDiagnostics(d)
                        .build(),
                (r, caller) -> GetResourceIdentitySchemas.Response.getDefaultInstance());
        add(
                "Stop",
                Stop.Request.getDefaultInstance(),
                Stop.Response.getDefaultInstance(),
                d -> Stop.Response.newBuilder().setError(d.getSummary()).build(),
                (r, caller) -> stop(caller));
    }

    private static Stop.Response stop(Caller caller) {
        caller.stop();
        return Stop.Response.getDefaultInstance();
    }

    private void configurations(ProviderCalls calls) {
        add(
                "PrepareProviderConfig",
                PrepareProviderConfig.Request.getDefaultInstance(),
                PrepareProviderConfig.Response.getDefaultInstance(),
                d -> PrepareProviderConfig.Response.newBuilder()
                        .addDiagnostics(d)
                        .build(),
                (r, caller) -> calls.prepare(r));
        add(
                "Configure",
                Configure.Request.getDefaultInstance(),
                Configure.Response.getDefaultInstance(),
                d -> Configure.Response.newBuilder().addDiagnostics(d).build(),
                calls::configure);
        add(
                "ValidateResourceTypeConfig",
                ValidateConfig.Request.getDefaultInstance(),
                ValidateConfig.Response.getDefaultInstance(),
                d -> ValidateConfig.Response.newBuilder().addDiagnostics(d).build(),
                (r, caller) -> calls.validateResource(r));
        add(
                "ValidateDataSourceConfig",
                ValidateConfig.Request.getDefaultInstance(),
                ValidateConfig.Response.getDefaultInstance(),
                d -> ValidateConfig.Response.newBuilder().addDiagnostics(d).build(),
                (r, caller) -> calls.validateDataSource(r));
        add(
                "ReadDataSource",
                ReadDataSource.Request.getDefaultInstance(),
                ReadDataSource.Response.getDefaultInstance(),
                d -> ReadDataSource.Response.newBuilder().addDiagnostics(d).build(),
                calls::readDataSource);
    }

    private void states(States states, Imports imports) {
        add(
                "UpgradeResourceState",
                UpgradeResourceState.Request.getDefaultInstance(),
                UpgradeResourceState.Response.getDefaultInstance(),
                d -> UpgradeResourceState.Response.newBuilder()
                        .addDiagnostics(d)
                        .build(),
                (r, caller) -> states.upgrade(r));
        add(
                "MoveResourceState",
                MoveResourceState.Request.getDefaultInstance(),
                MoveResourceState.Response.getDefaultInstance(),
                d -> MoveResourceState.Response.newBuilder().addDiagnostics(d).build(),
                (r, caller) -> states.move(r));
        add(
                "ImportResourceState",
                ImportResourceState.Request.getDefaultInstance(),
                ImportResourceState.Response.getDefaultInstance(),
                d -> ImportResourceState.Response.newBuilder().addDiagnostics(d).build(),
                imports::importState);
    }

    private void resources(ResourceCalls calls) {
        add(
                "ReadResource",
                ReadResource.Request.getDefaultInstance(),
                ReadResource.Response.getDefaultInstance(),
                d -> ReadResource.Response.newBuilder().addDiagnostics(d).build(),
                calls::read);
        add(
                "PlanResourceChange",
                PlanResourceChange.Request.getDefaultInstance(),
                PlanResourceChange.Response.getDefaultInstance(),
                d -> PlanResourceChange.Response.newBuilder().addDiagnostics(d).build(),
                calls::plan);
        add(
                "ApplyResourceChange",
                ApplyResourceChange.Request.getDefaultInstance(),
                ApplyResourceChange.Response.getDefaultInstance(),
                d -> ApplyResourceChange.Response.newBuilder().addDiagnostics(d).build(),
                calls::apply);
    }

    private <Q extends MessageLite, A extends MessageLite> void add(
            String name, Q request, A blank, Function<Diagnostic, A> failed, BiFunction<Q, Caller, A> answer) {
        MethodDescriptor<Q, A> method = MethodDescriptor.<Q, A>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(NAME, name))
                .setRequestMarshaller(ProtoLiteUtils.marshaller(request))
                .setResponseMarshaller(ProtoLiteUtils.marshaller(blank))
                .build();
        BiFunction<Q, Caller, A> safe = (question, caller) -> {
            try {
                return answer.apply(question, caller);
            } catch (RuntimeException e) {
                return failed.apply(InternalError.of(name, e));
            }
        };
        Executor executor = WAITS.contains(name) ? threads : Runnable::run;
        service.addMethod(method, ServerCalls.asyncUnaryCall((question, observer) -> {
            Caller caller = Callers.current();
            executor.execute(() -> answer(observer, () -> safe.apply(question, caller)));
        }));
    }

    private static <A> void answer(StreamObserver<A> observer, Supplier<A> answer) {
        try {
            observer.onNext(answer.get());
            observer.onCompleted();
        } catch (RuntimeException | Error e) {
            observer.onError(
                    Status.INTERNAL.withDescription(e.toString()).withCause(e).asRuntimeException());
        }
    }
}

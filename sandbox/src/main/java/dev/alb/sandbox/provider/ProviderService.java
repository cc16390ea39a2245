package dev.alb.sandbox.provider;

import com.google.protobuf.MessageLite;
import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.provider.protocol.Plugin.ApplyResourceChange;
import dev.alb.sandbox.provider.protocol.Plugin.Configure;
import dev.alb.sandbox.provider.protocol.Plugin.GetProviderSchema;
import dev.alb.sandbox.provider.protocol.Plugin.ImportResourceState;
import dev.alb.sandbox.provider.protocol.Plugin.PlanResourceChange;
import dev.alb.sandbox.provider.protocol.Plugin.PrepareProviderConfig;
import dev.alb.sandbox.provider.protocol.Plugin.ReadDataSource;
import dev.alb.sandbox.provider.protocol.Plugin.ReadResource;
import dev.alb.sandbox.provider.protocol.Plugin.Stop;
import dev.alb.sandbox.provider.protocol.Plugin.UpgradeResourceState;
import dev.alb.sandbox.provider.protocol.Plugin.ValidateConfig;
import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServerTransportFilter;
import io.grpc.Status;
import io.grpc.protobuf.lite.ProtoLiteUtils;
import io.grpc.stub.ServerCalls;
import java.util.function.Function;

/** The calls as gRPC knows them, each with the caller on whose connection it came. */
final class ProviderService {
    private static final String NAME = "tfplugin5.Provider";
    private static final Attributes.Key<Caller> CONNECTION = Attributes.Key.create("caller");
    private static final Context.Key<Caller> CALLER = Context.key("caller");

    private final ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(NAME);

    private ProviderService() {}

    static ServerServiceDefinition of(ProviderCalls calls) {
        ProviderService service = new ProviderService();
        service.beforeThePlan(calls);
        service.resources(calls);
        return service.service.build();
    }

    private void beforeThePlan(ProviderCalls calls) {
        add(
                "GetSchema",
                GetProviderSchema.Request.getDefaultInstance(),
                GetProviderSchema.Response.getDefaultInstance(),
                r -> calls.schema());
        add(
                "PrepareProviderConfig",
                PrepareProviderConfig.Request.getDefaultInstance(),
                PrepareProviderConfig.Response.getDefaultInstance(),
                calls::prepare);
        add(
                "Configure",
                Configure.Request.getDefaultInstance(),
                Configure.Response.getDefaultInstance(),
                r -> calls.configure(r, CALLER.get()));
        add(
                "ValidateResourceTypeConfig",
                ValidateConfig.Request.getDefaultInstance(),
                ValidateConfig.Response.getDefaultInstance(),
                calls::validateResource);
        add(
                "ValidateDataSourceConfig",
                ValidateConfig.Request.getDefaultInstance(),
                ValidateConfig.Response.getDefaultInstance(),
                calls::validateDataSource);
        add(
                "Stop",
                Stop.Request.getDefaultInstance(),
                Stop.Response.getDefaultInstance(),
                r -> Stop.Response.getDefaultInstance());
    }

    private void resources(ProviderCalls calls) {
        add(
                "UpgradeResourceState",
                UpgradeResourceState.Request.getDefaultInstance(),
                UpgradeResourceState.Response.getDefaultInstance(),
                calls::upgrade);
        add(
                "ReadResource",
                ReadResource.Request.getDefaultInstance(),
                ReadResource.Response.getDefaultInstance(),
                r -> calls.read(r, CALLER.get()));
        add(
                "PlanResourceChange",
                PlanResourceChange.Request.getDefaultInstance(),
                PlanResourceChange.Response.getDefaultInstance(),
                r -> calls.plan(r, CALLER.get()));
        add(
                "ApplyResourceChange",
                ApplyResourceChange.Request.getDefaultInstance(),
                ApplyResourceChange.Response.getDefaultInstance(),
                r -> calls.apply(r, CALLER.get()));
        add(
                "ImportResourceState",
                ImportResourceState.Request.getDefaultInstance(),
                ImportResourceState.Response.getDefaultInstance(),
                r -> {
                    return calls.importState(r, CALLER.get());
                });
        add(
                "ReadDataSource",
                ReadDataSource.Request.getDefaultInstance(),
                ReadDataSource.Response.getDefaultInstance(),
                r -> calls.readDataSource(r, CALLER.get()));
    }

    private <Q extends MessageLite, A extends MessageLite> void add(
            String name, Q request, A blank, Function<Q, A> answer) {
        MethodDescriptor<Q, A> method = MethodDescriptor.<Q, A>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(NAME, name))
                .setRequestMarshaller(ProtoLiteUtils.marshaller(request))
                .setResponseMarshaller(ProtoLiteUtils.marshaller(blank))
                .build();
        service.addMethod(method, ServerCalls.asyncUnaryCall((question, observer) -> {
            try {
                observer.onNext(answer.apply(question));
                observer.onCompleted();
            } catch (RuntimeException e) {
                observer.onError(Status.INTERNAL
                        .withDescription(name + ": " + e)
                        .withCause(e)
                        .asRuntimeException());
            }
        }));
    }

    /** Gives each connection a caller of its own. */
    static final class Callers extends ServerTransportFilter {
        private final Account account;

        Callers(Account account) {
            this.account = account;
        }

        @Override
        public Attributes transportReady(Attributes transport) {
            return transport.toBuilder().set(CONNECTION, new Caller(account)).build();
        }
    }

    /** Hands the connection's caller to the call. */
    static final class CallerOfCall implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            Caller caller = call.getAttributes().get(CONNECTION);
            return Contexts.interceptCall(Context.current().withValue(CALLER, caller), call, headers, next);
        }
    }
}

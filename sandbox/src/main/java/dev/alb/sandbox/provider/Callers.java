package dev.alb.sandbox.provider;

import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.account.Caller;
import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerTransportFilter;
import org.jspecify.annotations.Nullable;

/** Gives each connection a caller of its own, since Terraform opens one for each provider block. */
final class Callers extends ServerTransportFilter {
    private static final Attributes.Key<Caller> CONNECTION = Attributes.Key.create("caller");
    private static final Context.Key<Caller> CALLER = Context.key("caller");

    private final Account account;

    Callers(Account account) {
        this.account = account;
    }

    @Override
    public Attributes transportReady(Attributes transport) {
        return transport.toBuilder().set(CONNECTION, new Caller(account)).build();
    }

    /** A Terraform that was killed waits for nothing either. A connection that was never ready has no attributes. */
    @Override
    public void transportTerminated(@Nullable Attributes transport) {
        Caller caller = transport == null ? null : transport.get(CONNECTION);
        if (caller != null) {
            caller.stop();
        }
    }

    /** The caller on whose connection the call came that is being answered. */
    static Caller current() {
        return CALLER.get();
    }

    /** Hands the connection's caller to the call. */
    static final class OfCall implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            Caller caller = call.getAttributes().get(CONNECTION);
            return Contexts.interceptCall(Context.current().withValue(CALLER, caller), call, headers, next);
        }
    }
}

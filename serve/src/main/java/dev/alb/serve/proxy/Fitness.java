package dev.alb.serve.proxy;

import dev.alb.routing.Outcome;
import dev.alb.serve.targets.GroupSettings;
import dev.alb.serve.targets.Pick;
import dev.alb.serve.targets.TargetPool;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a request can go to a target group at all. */
final class Fitness {
    private static final int INCOMPATIBLE = 464;

    private Fitness() {}

    /** The answer where targets are no servers, so that nothing here can stand for them; {@code null} if they are. */
    static @Nullable Answer mismatch(Passage passage, Outcome.Forward forward) {
        for (Outcome.Forward.Share share : forward.targetGroups()) {
            Optional<TargetPool> pool = passage.worker().targetPools().pool(share.targetGroup());
            if (pool.isEmpty()) {
                return Answer.cannot(
                        501, share.targetGroup() + " belongs to another configuration and is not served here");
            }
            if (share.weight() > 0 && pool.get().settings().targetType().equals("lambda")) {
                return Answer.cannot(501, share.targetGroup() + " calls a function, which is not done here");
            }
        }
        return null;
    }

    /** The answer where the client speaks another protocol than the targets; {@code null} if it fits. */
    static @Nullable Answer incompatible(Passage passage, Pick pick) {
        GroupSettings settings = pick.pool().settings();
        RequestHead head = passage.head();
        boolean isOne = settings.protocolVersion().equals("HTTP1");
        boolean isGrpc = settings.protocolVersion().equals("GRPC");
        boolean fits = isOne
                ? !head.isGrpc()
                : head.isHttp2() && (!isGrpc || head.method().equals(HttpMethod.POST));
        return fits
                ? null
                : Answer.error(INCOMPATIBLE, pick.pool().address() + " speaks " + settings.protocolVersion());
    }
}

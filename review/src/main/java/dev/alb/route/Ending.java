package dev.alb.route;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a request in the end. */
public sealed interface Ending {

    /**
     * It goes to targets.
     *
     * @param destinations the target groups
     * @param stickiness for how many seconds a client stays with a target group; {@code null} if it doesn't
     * @param url what the targets are asked for
     * @param isRewritten whether that is another URL than the client's
     */
    record Forwarded(
            List<Destination> destinations, @Nullable String stickiness, String url, boolean isRewritten)
            implements Ending {
        /** Copies the list. */
        public Forwarded {
            destinations = List.copyOf(destinations);
        }

        @Override
        public String kind() {
            return "forward";
        }
    }

    /** The client is told to go elsewhere. */
    record Redirected(String statusCode, String location) implements Ending {
        @Override
        public String kind() {
            return "redirect";
        }
    }

    /** The load balancer answers by itself. */
    record Answered(String statusCode, String contentType, String body) implements Ending {
        @Override
        public String kind() {
            return "fixed-response";
        }
    }

    /** Nobody takes it. */
    record Refused(String why) implements Ending {
        @Override
        public String kind() {
            return "refused";
        }
    }

    /** What is not in this configuration decides. */
    record Elsewhere(String what) implements Ending {
        @Override
        public String kind() {
            return "elsewhere";
        }
    }

    /** It can't be told; what it may be is in the rules that may apply. */
    record Unknown(String why) implements Ending {
        @Override
        public String kind() {
            return "unknown";
        }
    }

    /** How this kind is called in expectations and in JSON. */
    String kind();
}

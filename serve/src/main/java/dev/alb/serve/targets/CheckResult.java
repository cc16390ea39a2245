package dev.alb.serve.targets;

/** How one health check ended. */
public sealed interface CheckResult {
    /** The target answered, by a status of HTTP or, in a target group of gRPC, by one of gRPC. */
    record Answered(int code) implements CheckResult {
        @Override
        public String reason() {
            return "Target.ResponseCodeMismatch";
        }

        @Override
        public String description() {
            return "Health checks failed with these codes: [" + code + "]";
        }
    }

    /** The target did not answer in time. */
    record TimedOut() implements CheckResult {
        @Override
        public String reason() {
            return "Target.Timeout";
        }

        @Override
        public String description() {
            return "Request timed out";
        }
    }

    /** No connection, or one that broke or held no HTTP. */
    record Failed() implements CheckResult {
        @Override
        public String reason() {
            return "Target.FailedHealthChecks";
        }

        @Override
        public String description() {
            return "Health checks failed";
        }
    }

    /** AWS's reason code, should this make the target unhealthy. */
    String reason();

    /** The same in AWS's words. */
    String description();
}

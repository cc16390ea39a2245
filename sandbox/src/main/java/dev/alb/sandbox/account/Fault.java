package dev.alb.sandbox.account;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with a call to AWS, so that a test sees how an apply recovers.
 *
 * <pre>{@code
 * account.faults().add(Fault.failing("InternalFailure", "Try again later").at("CreateListener").fromCall(2));
 * account.faults().add(Fault.throttled(3).ofType("aws_lb_listener_rule"));
 * account.faults().add(Fault.hanging().at("CreateRule"));
 * }</pre>
 *
 * @param effect what goes wrong
 * @param operation the call as AWS names it, {@code CreateListener}; null for any
 * @param type the Terraform type of the object that the call is for; null for any
 * @param object the name, id or ARN of that object; null for any
 * @param call the first call that is met, counted from 1 among those that fit
 * @param times how many calls are met
 */
public record Fault(
        Effect effect,
        @Nullable String operation,
        @Nullable String type,
        @Nullable String object,
        int call,
        int times) {

    public Fault {
        positive("call", call);
        positive("times", times);
    }

    /** What goes wrong with a call. */
    public sealed interface Effect {}

    /** AWS refuses the first attempts of the call for coming too fast; the provider makes 25 of them. */
    public record Throttled(int attempts) implements Effect {}

    /**
     * AWS refuses the call.
     *
     * @param tookEffect whether AWS has done what was asked, all the same
     */
    public record Failed(String code, String message, int status, boolean tookEffect) implements Effect {}

    /** The connection is lost after AWS has done what was asked, so that Terraform does not know. */
    public record ConnectionLost() implements Effect {}

    /** The call is not answered for a time, or until {@link Faults#release}; then it goes on as if nothing had been. */
    public record Hanging(Optional<Duration> time) implements Effect {}

    /** The first attempts of a call are refused for coming too fast; from 25 on, the provider gives up. */
    public static Fault throttled(int attempts) {
        positive("attempts", attempts);
        return of(new Throttled(attempts));
    }

    /** AWS refuses a call, and nothing happens. */
    public static Fault failing(String code, String message) {
        return of(new Failed(code, message, 400, false));
    }

    /** AWS does what was asked, and the connection is lost before it can say so. */
    public static Fault losingTheConnection() {
        return of(new ConnectionLost());
    }

    /** A call is not answered until it is released or Terraform is stopped. */
    public static Fault hanging() {
        return of(new Hanging(Optional.empty()));
    }

    /** A call is answered later. */
    public static Fault hanging(Duration time) {
        return of(new Hanging(Optional.of(time)));
    }

    private static Fault of(Effect effect) {
        return new Fault(effect, null, null, null, 1, 1);
    }

    /** The same for one operation of AWS, such as {@code CreateListener}. */
    public Fault at(String onlyOperation) {
        return new Fault(effect, onlyOperation, type, object, call, times);
    }

    /** The same for calls for one type of resource. */
    public Fault ofType(String onlyType) {
        return new Fault(effect, operation, onlyType, object, call, times);
    }

    /** The same for calls for one object, by its name, id or ARN. */
    public Fault ofObject(String only) {
        return new Fault(effect, operation, type, only, call, times);
    }

    /** The same, but the calls before this one are spared; the first is 1. */
    public Fault fromCall(int first) {
        return new Fault(effect, operation, type, object, first, times);
    }

    /** The same for several calls that follow one another. */
    public Fault times(int several) {
        return new Fault(effect, operation, type, object, call, several);
    }

    /** The same with another HTTP status, where AWS refuses a call. */
    public Fault withStatus(int status) {
        Failed failed = failed("a status");
        return new Fault(
                new Failed(failed.code(), failed.message(), status, failed.tookEffect()),
                operation,
                type,
                object,
                call,
                times);
    }

    /** The same after AWS has done what was asked. */
    public Fault afterTakingEffect() {
        Failed failed = failed("an effect");
        return new Fault(
                new Failed(failed.code(), failed.message(), failed.status(), true),
                operation,
                type,
                object,
                call,
                times);
    }

    boolean fits(String name, String ofType, Set<String> names) {
        return (operation == null || operation.equals(name))
                && (type == null || type.equals(ofType))
                && (object == null || names.contains(object));
    }

    private Failed failed(String what) {
        if (effect instanceof Failed failed) {
            return failed;
        }
        throw new IllegalStateException("A fault with " + what + " must be a refusal, got " + effect
                + "\n  Begin with Fault.failing(code, message).");
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("The " + name + " of a fault must be at least 1, got " + value);
        }
    }
}

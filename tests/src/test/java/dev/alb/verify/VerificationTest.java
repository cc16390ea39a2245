package dev.alb.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.site.SiteText;
import dev.alb.verify.probes.Unreachable;
import dev.alb.verify.probes.Untold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Runs of checks. */
class VerificationTest {
    private static final Result WELL = Result.passed("well");

    private static Check check(String id, boolean slow, Callable<Result> result) {
        return new Check() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String claim() {
                return id;
            }

            @Override
            public boolean isSlow() {
                return slow;
            }

            @Override
            public Result result() throws Unreachable, Untold {
                try {
                    return result.call();
                } catch (Unreachable | Untold | RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    private static Verification verification(String site, Check... checks) {
        return new Verification(List.of(checks), new UnreachableAdvice(new Deployment(SiteText.read(site)), false));
    }

    private static Result only(String site, Callable<Result> result) {
        return verification(site, check("a", false, result)).run().get(0).result();
    }

    @Test
    void checks_run_side_by_side_and_keep_their_order() {
        CountDownLatch both = new CountDownLatch(2);
        Callable<Result> together = () -> {
            both.countDown();
            return both.await(20, TimeUnit.SECONDS) ? WELL : Result.failed("alone");
        };
        List<Verdict> verdicts = verification("", check("b", false, together), check("a", false, together))
                .run();
        assertEquals(List.of(new Verdict("b", "b", WELL), new Verdict("a", "a", WELL)), verdicts);
        assertTrue(Verification.isGood(verdicts));
    }

    @Test
    void a_slow_check_waits_for_the_others_and_is_not_made_where_they_fail() {
        Check slow = check("slow", true, () -> WELL);
        assertEquals(
                WELL,
                verification("", check("a", false, () -> WELL), slow)
                        .run()
                        .get(1)
                        .result());
        List<Verdict> verdicts = verification("", check("a", false, () -> Result.failed("no")), slow)
                .run();
        assertEquals(Status.UNKNOWN, verdicts.get(1).result().status(), verdicts::toString);
    }

    @Test
    void what_is_out_of_reach_fails_with_advice_for_this_site() {
        Callable<Result> far = () -> {
            throw new Unreachable(Unreachable.Kind.TIMED_OUT, "No connection.");
        };
        Result open = only("", far);
        assertEquals(Status.FAILED, open.status());
        assertEquals("No connection.", open.text());
        assertTrue(open.remedies().get(0).contains("security group lets you in"), open::toString);
        Result internal = only("internal: true\naccess: {ipv4: [10.0.0.0/8]}", far);
        assertTrue(
                internal.remedies().get(0).contains("is internal: run this from inside the VPC"), internal::toString);
        Result restricted = only("access: {ipv4: [198.51.100.0/24], nodes: [203.0.113.7]}", far);
        assertTrue(restricted.remedies().get(0).contains("access in the site file"), restricted::toString);
    }

    @Test
    void each_way_to_be_out_of_reach_has_an_advice() {
        for (Unreachable.Kind kind : Unreachable.Kind.values()) {
            Result result = only("", () -> {
                throw new Unreachable(kind, "no");
            });
            assertEquals(1, result.remedies().size(), kind::toString);
        }
        Deployment site = new Deployment(SiteText.read(""));
        List<String> here = new UnreachableAdvice(site, true).on(new Unreachable(Unreachable.Kind.REFUSED, "no"));
        assertEquals(List.of("Look at what ./alb sandbox serve says; start it again if it ended."), here);
    }

    @Test
    void what_is_not_told_or_breaks_is_unknown_and_counts_as_failed() {
        Result untold = only("", () -> {
            throw new Untold("AWS is silent.", "Sign in.");
        });
        assertEquals(Result.unknown("AWS is silent.", "Sign in."), untold);
        Result broken = only("", () -> {
            throw new IllegalStateException("secret");
        });
        assertEquals("The check itself broke: IllegalStateException", broken.text());
        assertTrue(!Verification.isGood(List.of(new Verdict("a", "a", untold))));
    }

    @Test
    void waiting_ends_when_all_is_well_and_tells_only_what_changes() {
        AtomicInteger runs = new AtomicInteger();
        Check slowly = check("status", false, () -> runs.incrementAndGet() < 4 ? Result.failed("not yet") : WELL);
        List<String> told = new ArrayList<>();
        List<Verdict> verdicts =
                new Waiting(Duration.ofSeconds(20), Duration.ofMillis(1), told::add).until(verification("", slowly));
        assertTrue(Verification.isGood(verdicts));
        assertEquals(4, runs.get());
        assertEquals(List.of("after 0 s: 0 of 1 checks are good; not yet: status"), told);
    }

    @Test
    void waiting_ends_when_the_time_is_over_and_is_no_waiting_without_one() {
        AtomicInteger runs = new AtomicInteger();
        Check never = check("status", false, () -> Result.failed("run " + runs.incrementAndGet()));
        Verification verification = verification("", never);
        new Waiting(Duration.ZERO, Duration.ofMillis(1), line -> {}).until(verification);
        assertEquals(1, runs.get());
        List<Verdict> verdicts =
                new Waiting(Duration.ofMillis(50), Duration.ofMillis(10), line -> {}).until(verification);
        assertTrue(runs.get() > 2, runs::toString);
        assertEquals("run " + runs.get(), verdicts.get(0).result().text());
    }
}

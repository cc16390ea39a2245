package dev.alb.serve.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.topology.Topologies;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What health checks and new deployments make of targets. */
class TargetHealthTest {
    private static final String CHECK = ", 'health_check': [{'healthy_threshold': 3, 'unhealthy_threshold': 2 %s}]";

    private static RunningPools checked(String more, String... targets) {
        return RunningPools.of(CHECK.formatted(more), targets);
    }

    private static String state(RunningPools pools, String id) {
        TargetHealth health = pools.target(id).health();
        return health.state().word()
                + (health.reason() == null ? "" : ", " + health.reason() + ", " + health.description());
    }

    @Test
    void a_target_that_was_registered_waits_for_its_first_check() {
        RunningPools pools = checked("", "i-1");
        assertEquals("initial, Elb.InitialHealthChecking, Initial health checks in progress", state(pools, "i-1"));
        assertEquals("healthy", state(pools.answering(200, "i-1"), "i-1"));
    }

    @Test
    void failures_in_a_row_make_a_target_unhealthy_and_successes_in_a_row_healthy_again() {
        RunningPools pools = checked("", "i-1").healthy();
        pools.answering(500, "i-1").answering(200, "i-1").answering(500, "i-1");
        assertEquals("healthy", state(pools, "i-1"));
        pools.answering(503, "i-1");
        assertEquals(
                "unhealthy, Target.ResponseCodeMismatch, Health checks failed with these codes: [503]",
                state(pools, "i-1"));
        pools.answering(200, "i-1").answering(200, "i-1");
        assertTrue(state(pools, "i-1").startsWith("unhealthy"), state(pools, "i-1"));
        assertEquals("healthy", state(pools.answering(200, "i-1"), "i-1"));
    }

    @Test
    void the_reason_is_that_of_the_last_check() {
        RunningPools pools = checked("", "i-1");
        CheckResult refused = new CheckResult.Failed();
        pools.checked(refused, "i-1").checked(refused, "i-1");
        assertEquals("unhealthy, Target.FailedHealthChecks, Health checks failed", state(pools, "i-1"));
        pools.checked(new CheckResult.TimedOut(), "i-1");
        assertEquals("unhealthy, Target.Timeout, Request timed out", state(pools, "i-1"));
    }

    @Test
    void the_matcher_says_which_answers_are_good() {
        assertTrue(new Matcher("200").matches(200));
        assertFalse(new Matcher("200").matches(302));
        assertTrue(new Matcher("200,302").matches(302));
        assertTrue(new Matcher("200-299, 401").matches(204));
        assertTrue(new Matcher("200-299, 401").matches(401));
        assertFalse(new Matcher("200-299").matches(300));
    }

    @Test
    void an_unhealthy_target_gets_nothing_unless_all_are() {
        RunningPools pools = checked("", "i-1", "i-2").healthy();
        pools.answering(500, "i-1").answering(500, "i-1");
        assertEquals(Map.of("i-2", 4), pools.counted(4));
        pools.answering(500, "i-2").answering(500, "i-2");
        assertEquals(Map.of("i-1", 2, "i-2", 2), pools.counted(4), "it fails open");
    }

    @Test
    void it_fails_open_where_too_few_are_healthy() {
        String settings = CHECK.formatted("")
                + ", 'target_group_health': [{'unhealthy_state_routing': [{'minimum_healthy_targets_count': 1,"
                + " 'minimum_healthy_targets_percentage': '60'}]}]";
        RunningPools pools = RunningPools.of(settings, "i-1", "i-2", "i-3").healthy();
        pools.answering(500, "i-1").answering(500, "i-1");
        assertEquals(Map.of("i-2", 3, "i-3", 3), pools.counted(6), "two of three are more than 60 %");
        pools.answering(500, "i-2").answering(500, "i-2");
        assertEquals(Map.of("i-1", 2, "i-2", 2, "i-3", 2), pools.counted(6));
    }

    @Test
    void a_group_that_nobody_forwards_to_is_not_in_use() {
        RunningPools pools = RunningPools.of(Topologies.withRules(List.of()));
        assertEquals(
                "unused, Target.NotInUse, Target group is not configured to receive traffic from the load balancer",
                state(pools, "10.0.0.7"));
        TargetPool synchrony = pools.pool("aws_lb_target_group.synchrony");
        assertEquals(List.of(), synchrony.targetsToCheck());
        assertEquals(18091, synchrony.targets().get(0).port());
    }

    @Test
    void a_target_that_is_nowhere_on_this_machine_gets_nothing() {
        RunningPools pools = checked("", "i-1", "i-2").healthy();
        pools.pools.update(
                RunningPools.topology("", "i-1", "i-2"),
                (group, id, port) ->
                        id.equals("i-1") ? Optional.empty() : Optional.of(new InetSocketAddress("127.0.0.1", 9999)));
        assertEquals("unused, Target.InvalidState, Target has no address on this machine", state(pools, "i-1"));
        assertEquals(Map.of("i-2", 2), pools.counted(2));
        assertEquals(9999, pools.target("i-2").address().getPort(), "it moved");
        assertEquals("healthy", state(pools, "i-2"), "and its health came with it");
    }

    @Test
    void checks_may_have_a_port_of_their_own() {
        RunningPools pools = checked(", 'port': '9001', 'path': '/status', 'matcher': '200-399', 'interval': 7", "i-1");
        assertEquals(8090, pools.target("i-1").address().getPort());
        assertEquals(9001, pools.target("i-1").checkAddress().getPort());
        HealthCheck check = pools.pool().settings().healthCheck();
        assertEquals("/status", check.path());
        assertEquals(Duration.ofSeconds(7), check.interval());
        assertEquals(Duration.ofSeconds(5), check.timeout());
        assertEquals(
                8090,
                checked(", 'port': 'traffic-port'", "i-1")
                        .target("i-1")
                        .checkAddress()
                        .getPort());
    }

    @Test
    void a_target_without_checks_gets_requests_at_once() {
        RunningPools pools = checked(", 'enabled': false", "i-1");
        assertEquals(
                "unavailable, Target.HealthCheckDisabled, Health checks are not enabled for this target",
                state(pools, "i-1"));
        assertEquals("i-1", pools.next());
        assertEquals(List.of(), pools.pool().targetsToCheck());
    }

    @Test
    void a_target_that_was_taken_out_drains_and_is_then_forgotten() {
        RunningPools pools =
                RunningPools.of(", 'deregistration_delay': '30'", "i-1", "i-2").healthy();
        Pick open = pools.pick(Map.of()).orElseThrow();
        assertEquals("i-1", open.target().id());
        pools.deploy(RunningPools.topology(", 'deregistration_delay': '30'", "i-2"));
        assertEquals(
                "draining, Target.DeregistrationInProgress, Target deregistration is in progress", state(pools, "i-1"));
        assertEquals("healthy", state(pools, "i-2"), "who stays keeps its health");
        assertEquals(1, open.target().inFlight());
        assertEquals(Map.of("i-2", 4), pools.counted(4));
        pools.answering(200, "i-1");
        assertTrue(state(pools, "i-1").startsWith("draining"), state(pools, "i-1"));

        pools.pass(Duration.ofSeconds(29));
        assertEquals(List.of(), pools.pools.forgetDrained());
        pools.pass(Duration.ofSeconds(1));
        assertEquals(List.of(open.target()), pools.pools.forgetDrained(), "what it has open is to be cut");
        assertEquals(1, pools.pool().targets().size());
    }

    @Test
    void a_target_that_comes_back_while_it_drains_starts_anew() {
        RunningPools pools = RunningPools.of("", "i-1", "i-2").healthy();
        pools.deploy(RunningPools.topology("", "i-2"));
        pools.deploy(RunningPools.topology("", "i-1", "i-2"));
        assertTrue(state(pools, "i-1").startsWith("initial"), state(pools, "i-1"));
        pools.pass(Duration.ofDays(1));
        assertEquals(List.of(), pools.pools.forgetDrained());
    }

    @Test
    void a_target_group_that_is_gone_stays_until_its_targets_have_drained() {
        RunningPools pools = RunningPools.of("", "i-1").healthy();
        pools.deploy(Topologies.withRules(List.of()));
        assertTrue(state(pools, "i-1").startsWith("draining"), state(pools, "i-1"));
        pools.pass(Duration.ofSeconds(300));
        assertEquals(1, pools.pools.forgetDrained().size());
        assertTrue(
                pools.pools.pool(RunningPools.APP).isEmpty(),
                () -> pools.pools.pools().toString());
    }
}

package dev.alb.serve.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.serve.targets.CheckResult;
import dev.alb.serve.targets.TargetAddresses;
import dev.alb.serve.targets.TargetPool;
import dev.alb.serve.targets.TargetPools;
import dev.alb.topology.Topologies;
import dev.alb.topology.Topology;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** AWS's own client asks the load balancer that runs here. */
class QueryApiTest {
    private static final String ARN =
            "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/confluence/73e2d6bc24d8a067";

    private static final Topology TOPOLOGY = Topologies.of("""
            {'resource': {
              'aws_lb': {'alb': {'name': 'wiki', 'internal': true, 'subnets': ['subnet-1', 'subnet-2']}},
              'aws_acm_certificate': {'main': {'domain_name': 'wiki.example.com'}},
              'aws_lb_target_group': {
                'confluence': {'name': 'confluence', 'port': 8090, 'protocol': 'HTTP', 'arn': '%s',
                  'health_check': [{'path': '/status?a=1&b=<2>', 'matcher': '200-299', 'unhealthy_threshold': 2}]},
                'other_one': {'name_prefix': 'oth', 'port': 80, 'protocol': 'HTTP'}},
              'aws_lb_target_group_attachment': {
                'one': {'target_group_arn': '%s', 'target_id': 'i-1'},
                'two': {'target_group_arn': '%s', 'target_id': 'i-2', 'port': 9090}},
              'aws_lb_listener': {
                'https': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 443, 'protocol': 'HTTPS',
                  'certificate_arn': '${aws_acm_certificate.main.arn}', 'ssl_policy': 'ELBSecurityPolicy-2016-08',
                  'default_action': [{'type': 'forward', 'target_group_arn': '%s'}]},
                'http': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 80, 'protocol': 'HTTP',
                  'default_action': [{'type': 'redirect',
                    'redirect': {'protocol': 'HTTPS', 'port': '443', 'status_code': 'HTTP_301'}}]}}}}""".formatted(ARN, ARN, ARN, ARN));
    private static final TargetPools POOLS = TargetPools.of(TOPOLOGY, TargetAddresses.LOOPBACK, InstantSource.system());
    private static final QueryApi API = new QueryApi(() -> TOPOLOGY, POOLS);

    private static Vertx vertx;
    private static ElasticLoadBalancingV2Client client;

    @BeforeAll
    static void serve() throws Exception {
        vertx = Vertx.vertx();
        ApiServer server = ApiServer.start(vertx, 0, API)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertTrue(server.url().matches("http://127\\.0\\.0\\.1:[0-9]+"), server::url);
        client = ElasticLoadBalancingV2Client.builder()
                .endpointOverride(URI.create(server.url()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        vertx.close();
    }

    private static TargetPool confluence() {
        return POOLS.pool("aws_lb_target_group.confluence").orElseThrow();
    }

    @Test
    void it_tells_states_reasons_and_descriptions_of_the_targets_that_run() {
        TargetPool pool = confluence();
        pool.record(pool.targets().get(0), new CheckResult.Answered(200));
        pool.record(pool.targets().get(1), new CheckResult.Answered(404));
        pool.record(pool.targets().get(1), new CheckResult.Answered(404));
        List<TargetHealthDescription> targets =
                client.describeTargetHealth(all -> all.targetGroupArn(ARN)).targetHealthDescriptions();
        assertEquals(2, targets.size(), targets::toString);
        assertEquals("i-1", targets.get(0).target().id());
        assertEquals(8090, targets.get(0).target().port());
        assertEquals("8090", targets.get(0).healthCheckPort());
        assertEquals("healthy", targets.get(0).targetHealth().stateAsString());
        assertEquals(null, targets.get(0).targetHealth().reasonAsString());
        assertEquals(9090, targets.get(1).target().port());
        assertEquals("unhealthy", targets.get(1).targetHealth().stateAsString());
        assertEquals(
                "Target.ResponseCodeMismatch", targets.get(1).targetHealth().reasonAsString());
        assertEquals(
                "Health checks failed with these codes: [404]",
                targets.get(1).targetHealth().description());
    }

    @Test
    void it_tells_the_health_of_some_targets_even_of_ones_that_nobody_registered() {
        List<TargetHealthDescription> targets = client.describeTargetHealth(some -> some.targetGroupArn(ARN)
                        .targets(
                                TargetDescription.builder().id("i-2").build(),
                                TargetDescription.builder().id("i-3").port(1).build()))
                .targetHealthDescriptions();
        assertEquals(
                List.of("i-2", "i-3"),
                targets.stream().map(one -> one.target().id()).toList());
        assertEquals("Target.NotRegistered", targets.get(1).targetHealth().reasonAsString());
    }

    @Test
    void it_tells_target_groups_with_their_health_checks() {
        TargetGroup group = client.describeTargetGroups(all -> all.names("confluence"))
                .targetGroups()
                .get(0);
        assertEquals(ARN, group.targetGroupArn());
        assertEquals(8090, group.port());
        assertEquals("/status?a=1&b=<2>", group.healthCheckPath());
        assertEquals("200-299", group.matcher().httpCode());
        assertEquals(3, group.healthyThresholdCount(), "Terraform's default");
        assertEquals(2, group.unhealthyThresholdCount());
        assertEquals("HTTP1", group.protocolVersion());
        assertEquals(List.of(loadBalancer().loadBalancerArn()), group.loadBalancerArns());
        assertEquals(
                List.of("confluence"),
                client
                        .describeTargetGroups(
                                of -> of.loadBalancerArn(loadBalancer().loadBalancerArn()))
                        .targetGroups()
                        .stream()
                        .map(TargetGroup::targetGroupName)
                        .toList());
        assertEquals(
                List.of("confluence", "othother-one"),
                client.describeTargetGroups().targetGroups().stream()
                        .map(TargetGroup::targetGroupName)
                        .toList());
    }

    private static LoadBalancer loadBalancer() {
        return client.describeLoadBalancers(one -> one.names("wiki"))
                .loadBalancers()
                .get(0);
    }

    @Test
    void an_ARN_that_nobody_knows_yet_is_made_up_and_always_the_same() {
        LoadBalancer found = loadBalancer();
        assertEquals(
                "arn:aws:elasticloadbalancing:local:000000000000:loadbalancer/app/wiki/",
                found.loadBalancerArn().replaceFirst("[0-9a-f]{16}$", ""));
        assertEquals(found.loadBalancerArn(), loadBalancer().loadBalancerArn());
        assertEquals("internal", found.schemeAsString());
        assertEquals("active", found.state().codeAsString());
        assertEquals(2, found.availabilityZones().size());
    }

    @Test
    void it_tells_listeners_with_certificate_and_default_action() {
        List<Listener> listeners = client.describeListeners(
                        of -> of.loadBalancerArn(loadBalancer().loadBalancerArn()))
                .listeners();
        assertEquals(List.of(80, 443), listeners.stream().map(Listener::port).toList());
        Action redirect = listeners.get(0).defaultActions().get(0);
        assertEquals(ActionTypeEnum.REDIRECT, redirect.type());
        assertEquals("HTTP_301", redirect.redirectConfig().statusCodeAsString());
        assertEquals("#{host}", redirect.redirectConfig().host());
        Listener https = listeners.get(1);
        assertEquals("ELBSecurityPolicy-2016-08", https.sslPolicy());
        assertTrue(
                https.certificates().get(0).certificateArn().startsWith("arn:aws:acm:local:000000000000:certificate/"),
                https::toString);
        assertEquals(ARN, https.defaultActions().get(0).targetGroupArn());
        assertEquals(
                1,
                https.defaultActions()
                        .get(0)
                        .forwardConfig()
                        .targetGroups()
                        .get(0)
                        .weight());
        assertEquals(
                List.of(https),
                client.describeListeners(of -> of.listenerArns(https.listenerArn()))
                        .listeners());
    }

    @Test
    void what_there_is_not_is_refused_by_the_exception_of_AWS() {
        assertThrows(
                TargetGroupNotFoundException.class,
                () -> client.describeTargetHealth(one -> one.targetGroupArn(ARN + "0")));
        assertThrows(TargetGroupNotFoundException.class, () -> client.describeTargetGroups(one -> one.names("none")));
        refused("LoadBalancerNotFound", () -> client.describeLoadBalancers(one -> one.names("none")));
        refused("ListenerNotFound", () -> client.describeListeners(one -> one.listenerArns("none")));
        refused("ValidationError", () -> client.describeListeners(one -> one.pageSize(1)));
    }

    @Test
    void what_would_change_something_is_unknown() {
        refused("InvalidAction", () -> client.deleteTargetGroup(one -> one.targetGroupArn(ARN)));
        QueryApi.Answer answer = API.answer(Map.of("Action", "Delete<All>"));
        assertEquals(400, answer.status());
        assertTrue(answer.body().contains("Delete&lt;All&gt;"), answer::body);
        assertFalse(answer.body().contains("<Delete"), answer::body);
        assertTrue(API.answer(Map.of()).body().contains("<Code>MissingAction</Code>"));
    }

    private static void refused(String code, Runnable call) {
        ElasticLoadBalancingV2Exception refusal = assertThrows(ElasticLoadBalancingV2Exception.class, call::run);
        assertEquals(400, refusal.statusCode());
        assertEquals(code, refusal.awsErrorDetails().errorCode(), refusal::getMessage);
    }
}

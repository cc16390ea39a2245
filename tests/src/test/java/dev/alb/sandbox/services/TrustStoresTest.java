package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.LoadBalancing.CERTIFICATE;
import static dev.alb.sandbox.services.LoadBalancing.answer;
import static dev.alb.sandbox.services.LoadBalancing.arn;
import static dev.alb.sandbox.services.LoadBalancing.error;
import static dev.alb.sandbox.services.SimulatedAws.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Elastic Load Balancing says about trust stores, their revocations, and further certificates of listeners. */
class TrustStoresTest {
    private static final String TYPE = "aws_lb_trust_store";
    private static final String REVOCATION = "aws_lb_trust_store_revocation";
    private static final String CERTIFICATES = "aws_lb_listener_certificate";

    private final LoadBalancing elb = new LoadBalancing();

    @Test
    void a_name_is_taken_once() {
        store("clients");
        assertEquals(
                "creating ELBv2 Trust Store (clients): " + error("CreateTrustStore")
                        + "DuplicateTrustStoreName: A trust store with the same name 'clients' exists",
                refusal(() -> store("clients")));
    }

    @Test
    void twenty_are_all_that_an_account_may_have() {
        for (int i = 0; i < 20; i++) {
            store("clients-" + i);
        }
        assertEquals(
                "creating ELBv2 Trust Store (clients): " + error("CreateTrustStore")
                        + "TooManyTrustStores: The maximum number of trust stores '20' has been reached",
                refusal(() -> store("clients")));
    }

    @Test
    void one_that_a_listener_uses_cannot_be_deleted() {
        Value.Mapping store = store("clients");
        Value.Mapping listener = verifying(elb.loadBalancer("wiki"), 443, store);
        assertEquals(
                "deleting ELBv2 Trust Store (" + arn(store) + "): " + error("DeleteTrustStore")
                        + "TrustStoreInUse: Trust store '" + arn(store) + "' is currently in use by a listener",
                refusal(() -> elb.aws.delete(TYPE, store)));
        elb.aws.delete("aws_lb_listener", listener);
        elb.aws.delete(TYPE, store);
    }

    @Test
    void two_listeners_of_a_load_balancer_may_verify() {
        Value.Mapping store = store("clients");
        Value.Mapping wiki = elb.loadBalancer("wiki");
        verifying(wiki, 443, store);
        verifying(wiki, 444, store);
        assertEquals(
                "creating ELBv2 Listener (" + arn(wiki) + "): " + error("CreateListener")
                        + "OperationNotPermitted: The maximum number of listeners with mutual authentication mode"
                        + " 'verify' per load balancer '2' has been reached on load balancer '" + arn(wiki) + "'",
                refusal(() -> verifying(wiki, 445, store)));
    }

    @Test
    void a_listener_wants_one_that_is_there() {
        Value.Mapping store = store("clients");
        elb.aws.delete(TYPE, store);
        Value.Mapping wiki = elb.loadBalancer("wiki");
        assertEquals(
                "creating ELBv2 Listener (" + arn(wiki) + "): " + error("CreateListener")
                        + "TrustStoreNotFound: Trust store '" + arn(store) + "' not found",
                refusal(() -> verifying(wiki, 443, store)));
    }

    @Test
    void revocations_are_numbered_and_go_with_their_store() {
        Value.Mapping store = store("clients");
        assertEquals("1", revoke(store).get("revocation_id").text());
        Value.Mapping second = revoke(store);
        assertEquals(arn(store) + ",2", second.get("id").text());
        elb.aws.delete(TYPE, store);
        assertEquals(List.of(), elb.aws.all(REVOCATION));
        assertEquals(
                "creating ELBv2 Trust Store (" + arn(store) + ") Revocation (s3://lists/crl.pem): "
                        + error("AddTrustStoreRevocations") + "TrustStoreNotFound: Trust store '" + arn(store)
                        + "' not found",
                refusal(() -> revoke(store)));
    }

    @Test
    void a_further_certificate_needs_an_encrypted_listener() {
        Value.Mapping wiki = elb.loadBalancer("wiki");
        Value.Mapping http = elb.listener(wiki, 80, answer("200"));
        assertEquals(
                "creating ELBv2 Listener Certificate (" + arn(http) + "_" + CERTIFICATE + "): "
                        + error("AddListenerCertificates")
                        + "api error ValidationError: A certificate cannot be specified for HTTP listeners",
                refusal(() -> certificate(http, CERTIFICATE)));
        String far = CERTIFICATE.replace("us-east-1", "eu-west-1");
        Value.Mapping https = elb.https(wiki, answer("200"));
        assertEquals(
                "creating ELBv2 Listener Certificate (" + arn(https) + "_" + far + "): "
                        + error("AddListenerCertificates") + "CertificateNotFound: Certificate '" + far + "' not found",
                refusal(() -> certificate(https, far)));
    }

    @Test
    void twenty_five_certificates_are_all_that_a_load_balancer_may_have() {
        Value.Mapping wiki = elb.loadBalancer("wiki");
        Value.Mapping https = elb.https(wiki, answer("200"));
        for (int i = 10; i < 35; i++) {
            certificate(https, CERTIFICATE.replace("0c7d92ba", "0c7d92" + i));
        }
        assertEquals(
                "creating ELBv2 Listener Certificate (" + arn(https) + "_" + CERTIFICATE + "): "
                        + error("AddListenerCertificates")
                        + "TooManyCertificates: The maximum number of certificates per load balancer '25' has been"
                        + " reached on load balancer '" + arn(wiki) + "'",
                refusal(() -> certificate(https, CERTIFICATE)));
    }

    private Value.Mapping certificate(Value.Mapping listener, String certificate) {
        return elb.aws.create(CERTIFICATES, Map.of("listener_arn", arn(listener), "certificate_arn", certificate));
    }

    private Value.Mapping verifying(Value.Mapping loadBalancer, int port, Value.Mapping store) {
        return elb.listener(
                loadBalancer,
                Map.of(
                        "port",
                        port,
                        "protocol",
                        "HTTPS",
                        "certificate_arn",
                        CERTIFICATE,
                        "default_action",
                        List.of(answer("200")),
                        "mutual_authentication",
                        List.of(Map.of("mode", "verify", "trust_store_arn", arn(store)))));
    }

    private Value.Mapping store(String name) {
        return elb.aws.create(
                TYPE,
                Map.of(
                        "name", name,
                        "ca_certificates_bundle_s3_bucket", "authorities",
                        "ca_certificates_bundle_s3_key", "ca.pem"));
    }

    private Value.Mapping revoke(Value.Mapping store) {
        return elb.aws.create(
                REVOCATION,
                Map.of(
                        "trust_store_arn", arn(store),
                        "revocations_s3_bucket", "lists",
                        "revocations_s3_key", "crl.pem"));
    }
}

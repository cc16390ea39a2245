package dev.alb.sandbox.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.OfflineTerraform;
import dev.alb.sandbox.Sandbox;
import dev.alb.sandbox.TerraformRun;
import dev.alb.terraform.NeedsTerraform;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What somebody sees of a refusal who runs the real Terraform, and what is left after it. */
@NeedsTerraform
class RefusedApplyTest {
    private static final String REGION = "provider \"aws\" { region = \"eu-central-1\" }\n";

    private static final String GROUP = REGION + """
            resource "aws_security_group" "wiki" {
              name   = "wiki"
              vpc_id = "vpc-0a1b2c3d4e5f60718"
            }
            resource "aws_vpc_security_group_ingress_rule" "https" {
              security_group_id = aws_security_group.wiki.id
              cidr_ipv4         = "0.0.0.0/0"
              ip_protocol       = "tcp"
              from_port         = 443
              to_port           = 443
            }
            """;

    private static final String TWICE = """
            resource "aws_vpc_security_group_ingress_rule" "again" {
              security_group_id = aws_security_group.wiki.id
              cidr_ipv4         = "0.0.0.0/0"
              ip_protocol       = "tcp"
              from_port         = 443
              to_port           = 443
              depends_on        = [aws_vpc_security_group_ingress_rule.https]
            }
            """;

    private static final String CERTIFICATE = REGION + """
            resource "aws_route53_zone" "example" { name = "example.com" }
            resource "aws_acm_certificate" "wiki" {
              domain_name               = "wiki.example.com"
              subject_alternative_names = ["docs.example.com"]
              validation_method         = "DNS"
            }
            resource "aws_acm_certificate_validation" "wiki" {
              certificate_arn = aws_acm_certificate.wiki.arn
              timeouts { create = "10m" }
              PROOF
            }
            resource "aws_lb" "wiki" {
              name    = "wiki"
              subnets = ["subnet-0000000000000000a", "subnet-0000000000000000b"]
            }
            resource "aws_lb_listener" "https" {
              load_balancer_arn = aws_lb.wiki.arn
              port              = 443
              protocol          = "HTTPS"
              certificate_arn   = aws_acm_certificate_validation.wiki.certificate_arn
              default_action {
                type = "fixed-response"
                fixed_response { content_type = "text/plain" }
              }
            }
            """;

    private static final String RECORDS = """
            resource "aws_route53_record" "proof" {
              for_each = { for o in aws_acm_certificate.wiki.domain_validation_options : o.domain_name => o }
              zone_id  = aws_route53_zone.example.zone_id
              name     = each.value.resource_record_name
              type     = each.value.resource_record_type
              records  = [each.value.resource_record_value]
              ttl      = 60
            }
            """;

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    @Test
    void a_rule_that_is_there_twice_is_refused_in_summary_and_detail() {
        OfflineTerraform terraform = sandbox.terraform(GROUP + TWICE);
        String said = refusal(terraform.apply());
        assertTrue(
                said.contains(
                        "Error: creating VPC Security Group Rule with" + " aws_vpc_security_group_ingress_rule.again,"),
                said);
        assertTrue(
                said.contains(
                        "operation error EC2: AuthorizeSecurityGroupIngress, https response error StatusCode: 400,"
                                + " RequestID: "),
                said);
        assertTrue(
                said.contains(", api error InvalidPermission.Duplicate: the specified rule \"peer: 0.0.0.0/0, TCP, from"
                        + " port: 443, to port: 443, ALLOW\" already exists"),
                said);
        terraform.state().holdsExactly("aws_security_group.wiki", "aws_vpc_security_group_ingress_rule.https");

        terraform.write("main.tf", GROUP).apply().orThrow();
        terraform.plan().isEmpty();
        terraform.state().has("aws_security_group.wiki", "ingress/0/cidr_blocks/0", "0.0.0.0/0");
    }

    @Test
    void a_group_in_use_survives_the_destroy() {
        OfflineTerraform terraform = sandbox.terraform(GROUP);
        terraform.apply().orThrow();
        String group = sandbox.holds("aws_security_group").get(0).id();
        OfflineTerraform elsewhere = sandbox.terraform(REGION + """
                resource "aws_security_group" "database" {
                  name   = "database"
                  vpc_id = "vpc-0a1b2c3d4e5f60718"
                }
                resource "aws_vpc_security_group_ingress_rule" "database" {
                  security_group_id            = aws_security_group.database.id
                  referenced_security_group_id = "%s"
                  ip_protocol                  = "-1"
                }
                """.formatted(group));
        elsewhere.apply().orThrow();

        String said = refusal(terraform.destroy());
        assertTrue(
                said.contains("Error: deleting Security Group (" + group + "): operation error EC2:"
                        + " DeleteSecurityGroup, https response error StatusCode: 400, RequestID: "),
                said);
        assertTrue(said.contains("api error DependencyViolation: resource " + group + " has a dependent object"), said);
        terraform.state().holdsExactly("aws_security_group.wiki");

        elsewhere.destroy().orThrow();
        terraform.destroy().orThrow();
    }

    @Test
    void a_certificate_is_issued_when_its_records_are_there() {
        OfflineTerraform terraform = sandbox.terraform(proved());
        terraform.apply().orThrow();
        terraform.plan().isEmpty();
        assertEquals("ISSUED", sandbox.holds("aws_acm_certificate").get(0).text("status"));
        terraform.destroy().orThrow();
        sandbox.holdsNothing();
    }

    @Test
    void without_its_records_a_certificate_is_waited_for_in_vain() {
        OfflineTerraform terraform = sandbox.terraform(CERTIFICATE.replace("PROOF", ""));
        String said = refusal(terraform.apply());
        String arn = sandbox.holds("aws_acm_certificate").get(0).id();
        String zone = sandbox.holds("aws_route53_zone").get(0).id();
        assertTrue(
                said.contains("Error: waiting for ACM Certificate (" + arn + ") to be issued: timeout while waiting for"
                        + " state to become 'ISSUED' (last state: 'PENDING_VALIDATION', timeout: 10m0s)"),
                said);
        assertTrue(said.contains("Zone " + zone + " (example.com) has no CNAME record _"), said);
        terraform.state().holdsExactly("aws_acm_certificate.wiki", "aws_lb.wiki", "aws_route53_zone.example");

        terraform.write("main.tf", proved()).apply().orThrow();
        terraform.plan().isEmpty();
    }

    @Test
    void a_record_is_overwritten_only_where_that_is_allowed() {
        String zone = sandbox.existing("aws_route53_zone", Map.of("name", "example.com"));
        String record = REGION + """
                resource "aws_route53_record" "%s" {
                  zone_id = "%s"
                  name    = "wiki"
                  type    = "A"
                  ttl     = 60
                  records = ["%s"]
                  %s
                }
                """;
        sandbox.terraform(record.formatted("old", zone, "10.0.0.1", "")).apply().orThrow();
        OfflineTerraform terraform = sandbox.terraform(record.formatted("new", zone, "10.0.0.2", ""));
        String said = refusal(terraform.apply());
        assertTrue(
                said.contains(
                        "Error: creating Route53 Record: operation error Route 53: ChangeResourceRecordSets, https"
                                + " response error StatusCode: 400, RequestID: "),
                said);
        assertTrue(
                said.contains(", InvalidChangeBatch: [Tried to create resource record set [name='wiki.example.com.',"
                        + " type='A'] but it already exists]"),
                said);

        terraform.write("main.tf", record.formatted("new", zone, "10.0.0.2", "allow_overwrite = true"));
        terraform.apply().orThrow();
        terraform.plan().isEmpty();
        terraform.state().has("aws_route53_record.new", "fqdn", "wiki.example.com");
        assertEquals("[10.0.0.2]", sandbox.holds("aws_route53_record").get(0).text("records"));
    }

    @Test
    void a_subnet_that_is_not_declared_does_not_exist_where_others_are() {
        sandbox.existing("aws_vpc", Map.of("cidr_block", "10.0.0.0/16", "region", "eu-central-1"));
        sandbox.existing("aws_subnet", Map.of("cidr_block", "10.0.0.0/24", "region", "eu-central-1"));
        OfflineTerraform terraform = sandbox.terraform(REGION + """
                resource "aws_instance" "wiki" {
                  ami           = "ami-0a1b2c3d4e5f60718"
                  instance_type = "t3.large"
                  subnet_id     = "subnet-0a1b2c3d4e5f60718"
                }
                """);
        String said = refusal(terraform.apply());
        assertTrue(
                said.contains("Error: creating EC2 Instance: operation error EC2: RunInstances, https response error"
                        + " StatusCode: 400, RequestID: "),
                said);
        assertTrue(
                said.contains("api error InvalidSubnetID.NotFound: The subnet ID 'subnet-0a1b2c3d4e5f60718' does not"
                        + " exist with aws_instance.wiki,"),
                said);
        assertEquals(List.of(), sandbox.holds("aws_instance"));
    }

    private static String proved() {
        String fqdns = "validation_record_fqdns = [for record in aws_route53_record.proof : record.fqdn]";
        return CERTIFICATE.replace("PROOF", fqdns) + RECORDS;
    }

    /** What Terraform says of an apply that fails, in one line. */
    private static String refusal(TerraformRun run) {
        assertFalse(run.succeeded(), run::toString);
        return run.stderr().replaceAll("[╷│╵\\s]+", " ");
    }
}

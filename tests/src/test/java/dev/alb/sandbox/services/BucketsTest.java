package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.SimulatedAws.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What S3 says about buckets and their policies. */
class BucketsTest {
    private static final String TYPE = "aws_s3_bucket";
    private static final String POLICY = "aws_s3_bucket_policy";
    private static final String BLOCK = "aws_s3_bucket_public_access_block";

    private final SimulatedAws aws = new SimulatedAws();

    private final Value.Mapping bucket = aws.create(TYPE, Map.of("bucket", "wiki-logs"));

    @Test
    void a_bucket_that_is_there_is_yours_already() {
        assertEquals(
                "creating S3 Bucket (wiki-logs): BucketAlreadyExists",
                refusal(() -> aws.create(TYPE, Map.of("bucket", "wiki-logs", "region", "us-east-1"))));
        assertEquals(
                "creating S3 Bucket (wiki-logs): operation error S3: CreateBucket, https response error StatusCode:"
                        + " 409, RequestID: …, HostID: …, BucketAlreadyOwnedByYou: Your previous request to create the"
                        + " named bucket succeeded and you already own it.",
                refusal(() -> aws.create(TYPE, Map.of("bucket", "wiki-logs", "region", "eu-west-1"))));
    }

    @Test
    void a_bucket_has_small_letters() {
        assertTrue(refusal(() -> aws.create(TYPE, Map.of("bucket", "Wiki_Logs")))
                .endsWith("api error InvalidBucketName: The specified bucket is not valid."));
    }

    @Test
    void nothing_can_be_set_for_a_bucket_that_is_gone_and_all_goes_with_it() {
        aws.create(BLOCK, Map.of("bucket", "wiki-logs"));
        aws.delete(TYPE, bucket);
        assertEquals(List.of(), aws.all(BLOCK));
        assertEquals(
                "creating S3 Bucket (wiki-logs) Public Access Block: operation error S3: PutPublicAccessBlock, https"
                        + " response error StatusCode: 404, RequestID: …, HostID: …, api error NoSuchBucket: The"
                        + " specified bucket does not exist",
                refusal(() -> aws.create(BLOCK, Map.of("bucket", "wiki-logs"))));
    }

    @Test
    void a_policy_is_json_about_this_bucket() {
        String start = "putting S3 Bucket (wiki-logs) Policy: operation error S3: PutBucketPolicy, https response error"
                + " StatusCode: 400, RequestID: …, HostID: …, api error MalformedPolicy: ";
        assertEquals(
                start + "Policies must be valid JSON and the first byte must be '{'", refusal(() -> policy("allow")));
        assertEquals(start + "Missing required field Statement", refusal(() -> policy("{}")));
        assertEquals(
                start + "Missing required field Principal",
                refusal(() -> policy(statement("").replace("\"Principal\":\"*\",", ""))));
        assertEquals(
                start + "Policy has invalid resource",
                refusal(() -> policy(statement("").replace("wiki-logs", "other-logs"))));
        assertEquals(
                start + "Policy has invalid action",
                refusal(() -> policy(statement("").replace("s3:PutObject", "ec2:RunInstances"))));
        policy(statement("AWSLogs/"));
    }

    @Test
    void a_policy_may_let_load_balancers_write() {
        BucketPolicy policy = BucketPolicy.parse(statement("AWSLogs/"));
        assertTrue(policy.letsLoadBalancersWrite("wiki-logs", "AWSLogs/123456789012/a.gz"));
        assertFalse(policy.letsLoadBalancersWrite("wiki-logs", "wiki/AWSLogs/123456789012/a.gz"));
    }

    @Test
    void a_log_needs_a_bucket_of_the_region_that_lets_load_balancers_write() {
        String denied = "InvalidConfigurationRequest: Access Denied for bucket: wiki-logs. Please check S3bucket"
                + " permission";
        assertTrue(refusal(() -> loadBalancer("wiki-logs", "")).endsWith(denied));
        policy(statement("wiki/AWSLogs/"));
        assertTrue(refusal(() -> loadBalancer("wiki-logs", "docs")).endsWith(denied));
        aws.create(TYPE, Map.of("bucket", "far-logs", "region", "eu-west-1"));
        assertTrue(refusal(() -> loadBalancer("far-logs", ""))
                .endsWith("InvalidConfigurationRequest: S3Bucket: far-logs is not located in the same Region with ELB:"
                        + " far-logs-"));
        loadBalancer("wiki-logs", "wiki");
        loadBalancer("logs-of-somebody-else", "");
    }

    private void loadBalancer(String bucket, String prefix) {
        aws.create(
                "aws_lb",
                Map.of(
                        "name",
                        bucket + "-" + prefix,
                        "subnets",
                        List.of("subnet-0000000000000000a", "subnet-0000000000000000b"),
                        "access_logs",
                        List.of(Map.of("bucket", bucket, "prefix", prefix, "enabled", true))));
    }

    private void policy(String json) {
        aws.create(POLICY, Map.of("bucket", "wiki-logs", "policy", json));
    }

    private static String statement(String prefix) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
                + "\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::wiki-logs/" + prefix + "*\"}]}";
    }
}

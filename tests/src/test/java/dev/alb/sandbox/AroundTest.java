package dev.alb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.terraform.NeedsTerraform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What stands around the modules' resources, in hand-written HCL: network, instances, functions, buckets, identities. */
@NeedsTerraform
class AroundTest {
    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    @Test
    void every_type_lives_from_the_first_plan_to_the_destroy() throws IOException {
        OfflineTerraform terraform = sandbox.terraform(resource("around.tf"));
        terraform.apply().orThrow();
        terraform.plan().isEmpty();
        sayMuchTheSame(terraform.run("show", "-json").orThrow().stdout());

        terraform.withVariable("team", "atlas");
        Map<String, String> actions = new TreeMap<>(terraform.plan().actions());
        assertEquals(Set.of("update"), Set.copyOf(actions.values()), actions::toString);
        terraform.apply().orThrow();
        terraform.plan().isEmpty();
        terraform.destroy().orThrow();
        sandbox.holdsNothing();
    }

    private static void sayMuchTheSame(String state) throws IOException {
        JsonNode resources = new ObjectMapper().readTree(state).at("/values/root_module/resources");
        JsonNode subnet = values(resources, "aws_subnet.public[\"a\"]");
        JsonNode node = values(resources, "aws_instance.node[\"a\"]");
        JsonNode bare = values(resources, "aws_instance.bare");
        JsonNode vpc = values(resources, "aws_vpc.main");
        assertEquals("euc1-az1", subnet.path("availability_zone_id").asText(), subnet::toPrettyString);
        assertEquals("eu-central-1a", node.path("availability_zone").asText(), node::toPrettyString);
        assertTrue(node.path("private_ip").asText().startsWith("10.0.1."), node::toPrettyString);
        assertEquals(vpc.path("default_security_group_id"), bare.at("/vpc_security_group_ids/0"), bare::toPrettyString);
        assertEquals(
                vpc.path("default_security_group_id"),
                values(resources, "aws_default_security_group.main").path("id"),
                vpc::toPrettyString);
        assertEquals(50, node.at("/root_block_device/0/volume_size").asInt(), node::toPrettyString);
        assertTrue(node.at("/root_block_device/0/volume_id").asText().startsWith("vol-"), node::toPrettyString);
        assertEquals(8, bare.at("/root_block_device/0/volume_size").asInt(), bare::toPrettyString);
        assertEquals(
                values(resources, "aws_eip.nat").path("public_ip"),
                values(resources, "aws_nat_gateway.main").path("public_ip"),
                resources::toPrettyString);
        for (JsonNode resource : resources) {
            assertFalse(resource.at("/values/id").asText().isEmpty(), resource::toPrettyString);
            assertFalse(resource.at("/values").has("arn") && arn(resource).isEmpty(), resource::toPrettyString);
        }
    }

    private static String arn(JsonNode resource) {
        return resource.at("/values/arn").asText();
    }

    private static JsonNode values(JsonNode resources, String address) {
        for (JsonNode resource : resources) {
            if (resource.path("address").asText().equals(address)) {
                return resource.path("values");
            }
        }
        throw new AssertionError("The state must hold " + address + ", got " + resources.findValuesAsText("address"));
    }

    private static String resource(String name) throws IOException {
        try (var in = AroundTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.terraform.NeedsTerraform;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command and those after it, as a new user types them, with the real Terraform. */
@NeedsTerraform
class SandboxLifecycleTest {
    /** Nothing of this is in the sandbox, and nothing of it is asked there. */
    private static final String REAL = """
            backend:
              s3: {bucket: my-terraform-state, key: wiki.tfstate, region: eu-central-1}
            provider:
              version: "~> 6.25"
              profile: production
              assume_role: {role_arn: "arn:aws:iam::111122223333:role/terraform"}
              allowed_account_ids: ["111122223333"]
            """;

    @TempDir
    private Path folder;

    @Test
    void the_example_lives_from_the_first_plan_to_the_destroy() throws Exception {
        Path site = folder.resolve("confluence.yaml");
        Files.writeString(site, Files.readString(Path.of("../confluence.yaml")) + REAL);
        says("Plan: 18 to add, 0 to change, 0 to destroy.", alb("plan", "--sandbox"));
        Program.Ended deployed = alb("deploy", "--sandbox", "--yes");
        says("Apply complete! Resources: 18 added, 0 changed, 0 destroyed.", deployed);
        says("url = \"https://wiki.example.com\"", deployed);
        Program.Ended same = alb("plan", "--sandbox", "-detailed-exitcode");
        says("No changes.", same);
        assertTrue(same.out().endsWith("\nNothing changes.\n"), same.out());

        Files.writeString(site, Files.readString(site) + "load_balancer: {idle_timeout: 10m}\n");
        Program.Ended edited = alb("plan", "--sandbox");
        says("~ idle_timeout", edited);
        says("Plan: 0 to add, 1 to change, 0 to destroy.", edited);
        says("  aws_lb.alb changed: idle_timeout: 300 to 600\n", edited);
        says("Apply complete! Resources: 0 added, 1 changed, 0 destroyed.", alb("deploy", "--sandbox", "--yes"));

        String listed = alb("sandbox", "list").out();
        assertTrue(listed.contains("aws_vpc vpc-0a1b2c3d4e5f60718 (taken as existing)\n"), listed);
        says("\"idle_timeout\" : 600", alb("sandbox", "show", "wiki"));

        says("Changed aws_lb arn:aws:elasticloadbalancing:", alb("sandbox", "set", "wiki", "idle_timeout=60"));
        Program.Ended wrong = Program.in(folder)
                .run("sandbox", "set", "wiki", "idle_timout=60")
                .with(2);
        assertTrue(wrong.err().contains("must be the path of an attribute, got \"idle_timout\""), wrong.err());
        alb("sandbox", "delete", "Z0123456789ABCDEFGHIJ_wiki.example.com_A");
        Program.Ended drifted = alb("plan", "--sandbox");
        says("60 -> 600", drifted);
        says("Changed in AWS and not by Terraform\n  aws_lb.alb changed: idle_timeout: 600 to 60\n", drifted);
        says("Plan: 1 to add, 1 to change, 0 to destroy.", drifted);
        says("Apply complete!", alb("deploy", "--sandbox", "--yes"));

        Program.Ended destroyed = alb("destroy", "--sandbox", "--yes");
        says("Destroy complete! Resources: 18 destroyed.", destroyed);
        assertTrue(destroyed.err().contains("aws_lb.alb is protected against deletion"), destroyed.err());
        assertFalse(alb("sandbox", "list").out().contains("aws_lb"), "nothing is left");
        alb("sandbox", "reset");
        assertFalse(Files.exists(folder.resolve(".alb/sandbox")), "nothing is left of the sandbox");
        assertFalse(Files.exists(folder.resolve("cdktf.out")), "the real output is none of its business");
    }

    @Test
    void an_account_file_says_what_exists_and_whose_account_it_is() throws Exception {
        Files.writeString(
                folder.resolve("confluence.yaml"),
                Files.readString(Path.of("../confluence.yaml"))
                        + "provider: {allowed_account_ids: [\"999988887777\"]}\n");
        Path account = Files.writeString(folder.resolve("account.json"), "{\"account_id\": \"111122223333\"}");
        Program.Ended other = Program.in(folder).run("plan", "--sandbox").with(1);
        assertTrue(other.err().contains("AWS account ID not allowed: 111122223333"), other.err());
        Files.writeString(account, "{\"acount_id\": \"111122223333\"}");
        Program.Ended wrong = Program.in(folder).run("plan", "--sandbox").with(2);
        assertTrue(wrong.err().contains("account.json") && wrong.err().contains("acount_id"), wrong.err());
    }

    @Test
    void hand_written_hcl_sees_the_same_aws_and_keeps_its_real_state() throws Exception {
        Files.writeString(folder.resolve("main.tf"), """
                terraform {
                  required_providers {
                    aws = {
                      source  = "hashicorp/aws"
                      version = "~> 6.0"
                    }
                  }
                }
                provider "aws" {
                  region = "eu-central-1"
                }
                resource "aws_security_group" "own" {
                  name   = "own"
                  vpc_id = "vpc-0a1b2c3d4e5f60718"
                }
                """);
        Files.writeString(folder.resolve("terraform.tfstate"), "the real state");
        Path account = Files.createDirectories(folder.resolve(".alb/sandbox/account"));
        Files.writeString(account.resolve("faults.json"), """
                {"faults": [{"type": "aws_security_group", "fail": {"code": "Unavailable", "message": "Not now"}}]}
                """);
        String apply = "terraform apply -no-color -auto-approve";
        String script = "terraform init -no-color && ! " + apply + " && " + apply + " && exit 7";
        Program.Ended ended =
                Program.in(folder).run("sandbox", "--", "sh", "-c", script).with(7);
        assertTrue(ended.err().contains("Unavailable: Not now"), ended.err());
        says("Apply complete! Resources: 1 added", ended);
        assertEquals("the real state", Files.readString(folder.resolve("terraform.tfstate")));
        says("\"name\" : \"own\"", alb("sandbox", "show", "own"));
    }

    private Program.Ended alb(String... arguments) throws Exception {
        return Program.in(folder)
                .with("TF_CLI_ARGS", "-no-color")
                .run(arguments)
                .with(0);
    }

    private static void says(String expected, Program.Ended ended) {
        assertTrue(ended.out().contains(expected), ended.out() + ended.err());
    }
}

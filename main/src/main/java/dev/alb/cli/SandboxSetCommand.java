package dev.alb.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.account.AwsObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Changes an object of the simulated account behind Terraform's back. */
@Command(
        name = "set",
        description = "Change attributes of an object behind Terraform's back, as somebody would in AWS's console.",
        mixinStandardHelpOptions = true)
final class SandboxSetCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParentCommand
    private SandboxCommand sandbox;

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "Its id, as list and Terraform's state have it, or its name.")
    private String id;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "ATTRIBUTE=VALUE",
            description = "A value is JSON, or else a text. A path leads into blocks: health_check.0.path=/status")
    private Map<String, String> changes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Account account = sandbox.folder().account();
        AwsObject object = SandboxObject.find(account, id);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        changes.forEach((attribute, value) -> values.put(attribute, json(value)));
        account.change(object.type(), object.id(), values);
        spec.commandLine().getOut().println("Changed " + SandboxObject.line(object));
        return ExitCode.DONE;
    }

    private static JsonNode json(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json.isMissingNode() ? TextNode.valueOf(text) : json;
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }
}

package dev.alb.readme;

import com.hashicorp.cdktf.Testing;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.confluence.ConfluenceStack;
import dev.alb.site.SiteFile;
import dev.alb.site.binding.Findings;
import dev.alb.terraform.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A YAML block: a whole site file, or keys that replace those of the committed one. */
final class SiteSnippet {
    private static final Pattern TOP_LEVEL_KEY = Pattern.compile("^([a-z_]+):.*");

    private final Findings findings = new Findings();
    private final Optional<ConfluenceStack> stack;

    private SiteSnippet(String yaml, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("confluence.yaml"), yaml);
        stack = SiteFile.read("confluence.yaml", file, findings)
                .map(site -> new ConfluenceStack(Testing.app(), site, folder.resolve("cdktf.out"), findings));
        stack.ifPresent(this::crossCheck);
    }

    static SiteSnippet committed(Path folder) throws IOException {
        return new SiteSnippet(committedFile(), folder);
    }

    static SiteSnippet of(Block block, Path folder) throws IOException {
        Map<String, String> keys = keys(block.content());
        if (keys.containsKey("name")) {
            return new SiteSnippet(block.content(), folder);
        }
        Map<String, String> site = keys(committedFile());
        site.putAll(keys);
        return new SiteSnippet(String.join("", site.values()), folder);
    }

    /** What `./alb synth` says of it on standard error. */
    String told() {
        String all = findings.sorted().stream().map(finding -> finding + "\n").collect(Collectors.joining());
        long errors = findings.errors();
        return errors == 0
                ? all
                : all + errors + (errors == 1 ? " violation" : " violations") + "; nothing was written.\n";
    }

    SynthesizedStack json() {
        return SynthesizedStack.of(stack.orElseThrow(() -> new AssertionError(told())));
    }

    private void crossCheck(ConfluenceStack made) {
        Inventory.of(made).violations().forEach(violation -> findings.add(made.locate(violation), violation));
    }

    private static String committedFile() throws IOException {
        return Files.readString(Readme.ROOT.resolve("confluence.yaml"));
    }

    /** Each top-level key with its lines, without the comments between them. */
    private static Map<String, String> keys(String yaml) {
        Map<String, String> keys = new LinkedHashMap<>();
        String key = "";
        for (String line : yaml.lines().toList()) {
            Matcher top = TOP_LEVEL_KEY.matcher(line);
            key = top.matches() ? top.group(1) : key;
            if (!key.isEmpty() && !line.startsWith("#") && !line.isBlank()) {
                keys.merge(key, line + "\n", String::concat);
            }
        }
        return keys;
    }
}

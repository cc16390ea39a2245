package dev.alb.confluence;

import com.hashicorp.cdktf.TerraformBackend;
import com.hashicorp.cdktf.TerraformRemoteState;
import dev.alb.site.Site;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.Checks;
import dev.alb.terraform.InvalidInput;
import dev.alb.terraform.Violation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Where Terraform keeps the state of a site.
 *
 * <p>Without a word about it, in a file beside the site file: a path that is relative, since CDKTF's own would be the
 * absolute one of the machine, and outside the output folder, since that is replaced.
 */
final class State {
    private State() {}

    static void keep(Construct stack, Settings settings, Site site, Path siteFile, Path folder) {
        String backend = site.backend().keySet().stream().findFirst().orElse("local");
        Map<String, Object> given = site.backend().getOrDefault(backend, Map.of());
        new NamedBackend(stack, backend);
        settings.keepStateIn(backend, backend.equals("local") ? local(given, site, siteFile, folder) : rendered(given));
    }

    private static Map<String, Object> local(Map<String, Object> given, Site site, Path siteFile, Path folder) {
        Map<String, Object> settings = new LinkedHashMap<>(rendered(given));
        Path file = path(String.valueOf(given.getOrDefault("path", "terraform." + site.name() + ".tfstate")));
        Path besideSiteFile = siteFile.toAbsolutePath().resolveSibling(file).normalize();
        Path workingFolder =
                folder.toAbsolutePath().resolve("stacks").resolve(site.name()).normalize();
        String path = workingFolder.relativize(besideSiteFile).toString().replace('\\', '/');
        settings.put("path", Attributes.render(path));
        return settings;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            String fix = "Write it as in state/wiki.tfstate.";
            throw new InvalidInput(
                    "backend", List.of(Violation.of("local.path", "be a path", Checks.quoted(text), fix)));
        }
    }

    private static Map<String, Object> rendered(Map<String, Object> settings) {
        Map<String, Object> rendered = new LinkedHashMap<>();
        settings.forEach((key, value) -> rendered.put(key, Attributes.render(value)));
        return rendered;
    }

    /** Tells CDKTF that there is a backend; its settings are in {@link Settings}. */
    private static final class NamedBackend extends TerraformBackend {
        NamedBackend(Construct stack, String name) {
            super(stack, "backend", name);
        }

        /** Nothing: HCP Terraform has a block of its own, and its settings are there as well. */
        @Override
        public Object toTerraform() {
            return Map.of();
        }

        @Override
        public TerraformRemoteState getRemoteStateDataSource(Construct scope, String name, String fromStack) {
            throw new UnsupportedOperationException("A site doesn't refer to another stack");
        }
    }
}

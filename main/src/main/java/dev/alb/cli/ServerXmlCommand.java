package dev.alb.cli;

import dev.alb.serverxml.CheckJson;
import dev.alb.serverxml.CheckJson.CheckedFile;
import dev.alb.serverxml.ConfluenceVersion;
import dev.alb.serverxml.GuideJson;
import dev.alb.serverxml.Mismatch;
import dev.alb.serverxml.ServerXml;
import dev.alb.serverxml.ServerXmlCheck;
import dev.alb.serverxml.ServerXmlGuide;
import dev.alb.serverxml.SetenvCheck;
import dev.alb.serverxml.UnreadableServerXml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Confluence's own side: prints what its server.xml and its JVM have to say, or checks and mends what they say. */
@Command(
        name = "server-xml",
        description =
                "Print what Confluence's server.xml, its JVM and its base URL have to be for a site, or check and mend"
                        + " a server.xml that is there.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 printed, or all fits; 1 something doesn't fit; 2 a file or the usage is wrong.",
            "--write keeps the old file beside it, as server.xml.orig or under the next free name."
        })
final class ServerXmlCommand implements Callable<Integer> {
    /** What goes to standard output. */
    enum Format {
        TEXT,
        JSON
    }

    private static final int LONGEST_IDLE_TIMEOUT = 4000;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "A site file. Default: confluence.yaml")
    private Path site = Path.of("confluence.yaml");

    @Option(
            names = "--confluence-version",
            paramLabel = "VERSION",
            description = "Such as 9.2. Default: what all versions since 6.10 take")
    private @Nullable String version;

    @Option(
            names = "--idle-timeout",
            paramLabel = "SECONDS",
            description = "Of a load balancer that belongs to somebody else. Default: 60, as AWS sets it")
    private @Nullable Integer idleTimeout;

    @Option(names = "--check", paramLabel = "FILE", description = "Compare a server.xml with the site.")
    private @Nullable Path checked;

    @Option(names = "--write", description = "With --check: mend what doesn't fit, and keep the old file beside it.")
    private boolean write;

    @Option(
            names = "--setenv",
            paramLabel = "FILE",
            description = "Compare the options for Synchrony in a setenv.sh or setenv.bat with the site.")
    private @Nullable Path setenv;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text")
    private Format format = Format.TEXT;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (write && checked == null) {
            throw new ParameterException(spec.commandLine(), "--write needs --check, which names the file to mend");
        }
        if (idleTimeout != null && (idleTimeout < 1 || idleTimeout > LONGEST_IDLE_TIMEOUT)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--idle-timeout must be from 1 to " + LONGEST_IDLE_TIMEOUT + ", got " + idleTimeout);
        }
        ConfluenceVersion confluence = confluenceVersion();
        ServerXmlSite needed =
                ServerXmlSite.read(site, idleTimeout, spec.commandLine().getErr());
        if (checked == null && setenv == null) {
            ServerXmlGuide guide = new ServerXmlGuide(needed.needs(), confluence, needed.notes());
            StandardOutput.print(format == Format.JSON ? GuideJson.of(guide) : guide.text());
            return ExitCode.DONE;
        }
        needed.notes().forEach(note -> spec.commandLine().getErr().println("note: " + note));
        return check(needed, confluence);
    }

    private @Nullable ConfluenceVersion confluenceVersion() {
        try {
            return version == null ? null : ConfluenceVersion.parse(version);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--confluence-version " + e.getMessage());
        }
    }

    private int check(ServerXmlSite needed, @Nullable ConfluenceVersion confluence) {
        List<CheckedFile> files = new ArrayList<>();
        // Nothing is mended while another file can't be read.
        @Nullable CheckedFile ofSetenv = setenv == null ? null : setenv(setenv, needed);
        if (checked != null) {
            files.add(serverXml(checked, needed, confluence));
        }
        if (ofSetenv != null) {
            files.add(ofSetenv);
        }
        StandardOutput.print(
                format == Format.JSON
                        ? CheckJson.of(files)
                        : new ServerXmlReport(files, needed.needs().address().baseUrl()).text());
        return files.stream().anyMatch(ServerXmlReport::hasErrorsLeft) ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private CheckedFile serverXml(Path named, ServerXmlSite needed, @Nullable ConfluenceVersion confluence) {
        ServerXmlFile file = ServerXmlFile.read(named);
        try {
            ServerXml xml = ServerXml.of(file.bytes());
            List<Mismatch> found = ServerXmlCheck.of(xml, needed.needs(), confluence);
            String backup = write && found.stream().anyMatch(Mismatch::isMendable)
                    ? file.replace(xml.mended(found)).toString()
                    : null;
            return new CheckedFile(named.toString(), found, backup);
        } catch (UnreadableServerXml e) {
            throw Failure.badInput(named + e.place() + ": " + e.getMessage());
        }
    }

    private static CheckedFile setenv(Path named, ServerXmlSite needed) {
        String text = new String(ServerXmlFile.read(named).bytes(), StandardCharsets.UTF_8);
        return new CheckedFile(named.toString(), SetenvCheck.of(text, needed.needs()), null);
    }
}

package dev.alb.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * How load balancers are served.
 *
 * @param folder what is written goes there
 * @param ports where listeners are
 * @param mappings where targets are, as far as somebody says so
 * @param isDemo whether stand-ins are started for all others
 * @param log where requests are told
 */
record ServeOptions(
        SandboxFolder folder, PortOptions ports, List<TargetMapping> mappings, boolean isDemo, RequestLog log) {
    /** What belongs to serving, and no Terraform touches. */
    Path serveFolder() {
        return folder.path().resolve("serve");
    }
}

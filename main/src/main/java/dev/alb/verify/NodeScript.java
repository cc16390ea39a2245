package dev.alb.verify;

import dev.alb.site.SynchronyMode;

/** A script for a node, which has to reach Synchrony through the load balancer as browsers do. */
public final class NodeScript {
    private static final String BEGIN = """
            #!/bin/sh
            # Run this on each node of @NAME@: does it reach Confluence and Synchrony through the load balancer?
            #
            #   sh node.sh [OPTION OF curl...]   for instance --cacert FILE, or --cert FILE where clients need a certificate
            #
            # Exit code: 0 it does, 1 it doesn't, 3 curl is missing. It changes nothing.
            set -u

            if ! command -v curl >/dev/null 2>&1; then
                echo 'curl is missing; install it, then run this again' >&2
                exit 3
            fi

            failed=0

            # What curl says of a URL: the body in $body, the code in $code, or what went wrong in $trouble.
            ask() {
                url=$1
                shift
                answer=$(curl --silent --show-error --max-time 15 --write-out '\\n%{http_code}' "$@" "$url" 2>&1)
                ended=$?
                code=${answer##*
            }
                body=${answer%
            *}
                trouble=
                case $ended in
                    0) ;;
                    6) trouble='the name is not known on this node: look at its name servers' ;;
                    7) trouble='nobody listens there, or a firewall refuses it' ;;
                    28) trouble='no answer in time: name the NAT gateways of the nodes in access.nodes, and let this node out' ;;
                    35 | 51 | 58 | 60 | 77) trouble="TLS fails: this node doesn't trust the certificate, or shows none of its own" ;;
                    52 | 56) trouble='the connection was closed before an answer came: look for proxies' ;;
                    *) trouble="curl ends with $ended: $body" ;;
                esac
            }

            passed() {
                printf 'passed  %s\\n' "$1"
            }

            failed() {
                printf 'FAILED  %s\\n        > %s\\n' "$1" "$2"
                failed=1
            }

            ask '@BASE@@CONTEXT@/status' "$@"
            if [ -n "$trouble" ]; then
                failed "$url" "$trouble"
            else
                case $body in
                    *'"RUNNING"'*) passed "$url says RUNNING" ;;
                    *) failed "$url gives HTTP $code and doesn't say RUNNING" 'run ./alb verify where the site file is' ;;
                esac
            fi

            """;

    private static final String HEARTBEAT = """
            ask '@BASE@/synchrony/heartbeat' "$@"
            if [ -z "$trouble" ] && [ "$code" = 200 ] && [ "$body" = OK ]; then
                passed "$url says OK"
            else
                hint=$trouble
                [ -n "$hint" ] || hint="it gives HTTP $code, and not exactly OK: look at the rule for /synchrony"
                failed "$url" "$hint"
            @HERE@
            fi

            """;

    private static final String HERE = """
                # Without the options for the load balancer: this is the node itself.
                ask 'http://localhost:@PORT@/synchrony/heartbeat'
                if [ -z "$trouble" ] && [ "$body" = OK ]; then
                    echo '        > Synchrony runs on this node, so it is the way through the load balancer that fails.'
                else
                    echo '        > Synchrony does not answer on this node either (port @PORT@): look at atlassian-synchrony.log.'
                fi
            """;

    private NodeScript() {}

    /** The script for a site's nodes, in the language of POSIX shells. */
    public static String of(Deployment deployment) {
        String synchrony = deployment.synchronyMode() == SynchronyMode.PROXY ? "" : HEARTBEAT;
        String here = deployment.synchronyMode() == SynchronyMode.MANAGED ? HERE.stripTrailing() : "";
        return (BEGIN + synchrony + "exit $failed\n")
                .replace("@HERE@\n", here.isEmpty() ? "" : here + "\n")
                .replace("@NAME@", deployment.site().name())
                .replace("@BASE@", deployment.serving().url(""))
                .replace("@CONTEXT@", deployment.contextPath())
                .replace("@PORT@", String.valueOf(deployment.site().synchrony().port()));
    }
}

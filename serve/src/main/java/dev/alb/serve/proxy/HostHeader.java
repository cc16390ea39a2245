package dev.alb.serve.proxy;

/** The host header with which a target gets a request. */
final class HostHeader {
    private HostHeader() {}

    /**
     * As AWS has it: where the header isn't preserved, the usual port is left out and any other is added. A local port stays, as
     * by it clients come back here.
     */
    static String of(String host, Passage passage) {
        Frontend frontend = passage.frontend();
        String port = passage.head().portOfAuthority();
        boolean isOwn = host.equals(passage.head().authority());
        if (frontend.loadBalancer().preservesHost() || !isOwn || host.isEmpty()) {
            return host;
        }
        boolean isUsual = frontend.port() == (frontend.isHttps() ? 443 : 80);
        if (isUsual && port.equals(String.valueOf(frontend.port()))) {
            return host.substring(0, host.length() - port.length() - 1);
        }
        return !isUsual && port.isEmpty() ? host + ":" + frontend.port() : host;
    }
}

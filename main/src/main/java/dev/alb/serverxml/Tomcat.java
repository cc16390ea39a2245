package dev.alb.serverxml;

/**
 * The lines of Tomcat that came with Confluence, by what differs for a Connector.
 *
 * @see <a href="https://tomcat.apache.org/migration.html">Apache Tomcat: Migration guide</a>
 */
public enum Tomcat {
    /** With Confluence 6.0 to 6.9. It takes TLS as attributes of the Connector alone. */
    V8("8"),
    /** With Confluence 6.10 to 9. The blocking connector is gone. */
    V9("9.0"),
    /** With Confluence 10. The connector on APR and TLS as attributes of the Connector are gone. */
    V10("10.1");

    private static final String CONNECTORS = "org.apache.coyote.http11.";

    /** The connector of all shipped files, which all of them have. */
    static final String NIO = CONNECTORS + "Http11NioProtocol";

    private static final String BLOCKING = CONNECTORS + "Http11Protocol";
    private static final String APR = CONNECTORS + "Http11AprProtocol";

    private final String number;

    Tomcat(String number) {
        this.number = number;
    }

    /** As in "Tomcat 9.0". */
    String number() {
        return number;
    }

    /** Whether the connector of a {@code protocol} isn't there any more. */
    boolean lacks(String protocol) {
        return protocol.equals(BLOCKING) && this != V8 || protocol.equals(APR) && this == V10;
    }

    /** Whether TLS is told by an SSLHostConfig in the Connector. */
    boolean hasHostConfig() {
        return this != V8;
    }
}

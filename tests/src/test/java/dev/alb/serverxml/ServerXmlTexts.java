package dev.alb.serverxml;

import java.util.Map;
import java.util.regex.Matcher;

/** Files in the form of those that come with several versions of Confluence, before anybody has told them of a proxy. */
final class ServerXmlTexts {
    /** As in Confluence 6: {@code debug} everywhere, and the other Connectors in comments. */
    static final String OF_6 = """
            <Server port="8000" shutdown="SHUTDOWN" debug="0">
                <Service name="Tomcat-Standalone">
                    <!-- For everybody who comes without a proxy. -->
                    <Connector port="8090" connectionTimeout="20000" redirectPort="8443"
                            maxThreads="48" minSpareThreads="10"
                            enableLookups="false" acceptCount="10" debug="0" URIEncoding="UTF-8"
                            protocol="org.apache.coyote.http11.Http11NioProtocol" />
                    <!-- Behind a proxy with HTTPS:
                    <Connector port="8090" connectionTimeout="20000" redirectPort="8443"
                            protocol="org.apache.coyote.http11.Http11NioProtocol"
                            scheme="https" proxyName="PUT YOUR HOST HERE" proxyPort="443" />
                    -->
                    <Engine name="Standalone" defaultHost="localhost" debug="0">
                        <Host name="localhost" debug="0" appBase="webapps" unpackWARs="true" autoDeploy="false">
                            <Context path="" docBase="../confluence" debug="0" reloadable="false" useHttpOnly="true">
                                <Manager pathname="" />
                            </Context>
                            <Context path="${confluence.context.path}/synchrony-proxy" docBase="../synchrony-proxy"
                                    debug="0" reloadable="false" useHttpOnly="true"/>
                        </Host>
                    </Engine>
                </Service>
            </Server>
            """;

    /** As in Confluence 7: a valve more, and HTTPS at Tomcat in a comment. */
    static final String OF_7 = """
            <?xml version="1.0" encoding="utf-8"?>
            <Server port="8000" shutdown="SHUTDOWN">
              <Service name="Tomcat-Standalone">
                <Connector port="8090" connectionTimeout="20000" redirectPort="8443"
                           maxThreads="48" minSpareThreads="10"
                           enableLookups="false" acceptCount="10" debug="0" URIEncoding="UTF-8"
                           protocol="org.apache.coyote.http11.Http11NioProtocol"/>
                <!-- <Connector port="8443" SSLEnabled="true" keystoreFile="somewhere" secure="true"/> -->
                <Engine name="Standalone" defaultHost="localhost">
                  <Host name="localhost" appBase="webapps" unpackWARs="true" autoDeploy="false" startStopThreads="4">
                    <Context path="" docBase="../confluence" reloadable="false" useHttpOnly="true">
                      <Manager pathname=""/>
                      <Valve className="org.apache.catalina.valves.StuckThreadDetectionValve" threshold="60"/>
                      <Valve className="org.apache.catalina.valves.AccessLogValve" pattern="%h &quot;%r&quot; %s"/>
                    </Context>
                    <Context path="${confluence.context.path}/synchrony-proxy" docBase="../synchrony-proxy"/>
                  </Host>
                </Engine>
              </Service>
            </Server>
            """;

    /** As in Confluence 8 and 9: no {@code debug} any more. */
    static final String OF_9 = OF_7.replace(" debug=\"0\"", "");

    /** As in Confluence 10: on a Tomcat that has no connector on APR. */
    static final String OF_10 = OF_9.replace("acceptCount=\"10\"", "acceptCount=\"100\"");

    /** As the Docker image writes it: an attribute on each line, and no proxy given. */
    static final String OF_THE_IMAGE = """
            <?xml version="1.0" encoding="utf-8"?>

            <Server port="8000"
                    shutdown="SHUTDOWN">
              <Service name="Catalina">
                <Connector port="8090"
                           maxThreads="100"
                           connectionTimeout="20000"
                           protocol="org.apache.coyote.http11.Http11NioProtocol"
                           secure="false"
                           scheme="http"
                           proxyName=""
                           proxyPort=""
                           maxHttpHeaderSize="8192" />
                <Engine name="Standalone"
                        defaultHost="localhost">
                  <Host name="localhost"
                        appBase="webapps">
                    <Context path=""
                             docBase="../confluence"
                             useHttpOnly="true">
                      <Manager pathname=""/>
                    </Context>
                  </Host>
                </Engine>
              </Service>
            </Server>
            """;

    /** A file for each version that {@code --confluence-version} may name. */
    static final Map<String, String> BY_VERSION = Map.of(
            "6.0", OF_6, "6.15", OF_6, "7.19", OF_7, "8.5", OF_9, "9.2", OF_9, "10.1", OF_10, "9.0", OF_THE_IMAGE);

    private ServerXmlTexts() {}

    /** The one of Confluence 9 with other attributes in its Connector, and no others. */
    static String withConnector(String attributes) {
        return OF_9.replaceFirst(
                "(?s)<Connector port=\"8090\".*?/>", Matcher.quoteReplacement("<Connector " + attributes + "/>"));
    }
}

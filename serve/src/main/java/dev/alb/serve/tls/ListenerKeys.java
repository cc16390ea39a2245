package dev.alb.serve.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Serves the certificate that fits the host that a client asks for, or the default one; may be given others meanwhile. */
public final class ListenerKeys extends X509ExtendedKeyManager {
    private static final String KEY_TYPE = "EC";

    private volatile List<ServerCertificate> certificates;

    /** The default certificate comes first. */
    public ListenerKeys(List<ServerCertificate> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /** Serves others from now on; what is connected stays so. */
    public void become(List<ServerCertificate> others) {
        certificates = List.copyOf(others);
    }

    /** The host that the client of a session has asked for; {@code null} if it named none. */
    public static @Nullable String asked(@Nullable SSLSession session) {
        if (!(session instanceof ExtendedSSLSession extended)) {
            return null;
        }
        for (SNIServerName name : extended.getRequestedServerNames()) {
            if (name instanceof SNIHostName host) {
                return host.getAsciiName();
            }
        }
        return null;
    }

    /** The certificate for a host: the first that covers it, or else the default one. */
    public ServerCertificate fitting(@Nullable String host) {
        List<ServerCertificate> all = certificates;
        return all.stream()
                .filter(one -> host != null && one.covers(host))
                .findFirst()
                .orElseGet(() -> all.get(0));
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return keyType.startsWith(KEY_TYPE)
                ? fitting(asked(engine.getHandshakeSession())).name()
                : null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return keyType.startsWith(KEY_TYPE) ? certificates.get(0).name() : null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return named(alias).map(ServerCertificate::chain).orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return named(alias).map(ServerCertificate::privateKey).orElse(null);
    }

    private Optional<ServerCertificate> named(String alias) {
        return certificates.stream().filter(one -> one.name().equals(alias)).findFirst();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return certificates.stream().map(ServerCertificate::name).toArray(String[]::new);
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyType, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }
}

package dev.alb.verify.wire;

import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Names;
import dev.alb.verify.probes.Tls;
import dev.alb.verify.probes.TlsVersion;
import dev.alb.verify.probes.Unreachable;
import dev.alb.verify.probes.Unreachable.Kind;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Looks at TLS over sockets of the system. */
public final class SocketTls implements Tls {
    private final Names names;
    private final Duration timeout;

    /**
     * Looks at TLS.
     *
     * @param timeout for each step
     */
    public SocketTls(Names names, Duration timeout) {
        this.names = names;
        this.timeout = timeout;
    }

    @Override
    public boolean takes(Entrance entrance, TlsVersion version) throws Unreachable {
        Progress progress = new Progress(entrance);
        try (Socket socket = connect(entrance, progress)) {
            socket.getOutputStream().write(ClientHello.record(version, entrance.domain()));
            Optional<Integer> chosen = ServerHello.version(new DataInputStream(socket.getInputStream()));
            return chosen.filter(code -> code == version.code()).isPresent();
        } catch (ServerHello.NotTls e) {
            throw new Unreachable(Kind.NOT_UNDERSTOOD, entrance.where() + " speaks something else than TLS.");
        } catch (SocketTimeoutException e) {
            throw Causes.timeout(progress, timeout);
        } catch (EOFException | SocketException e) {
            if (progress.isConnected()) {
                // Not every server says why it ends a conversation in a version that it refuses.
                return false;
            }
            throw Causes.explain(e, progress);
        } catch (IOException e) {
            throw Causes.explain(e, progress);
        }
    }

    @Override
    public List<X509Certificate> certificates(Entrance entrance) throws Unreachable {
        Progress progress = new Progress(entrance);
        ShownCertificates shown = new ShownCertificates();
        try (Socket plain = connect(entrance, progress);
                SSLSocket socket = over(plain, entrance, shown)) {
            socket.startHandshake();
        } catch (SocketTimeoutException e) {
            if (shown.isEmpty()) {
                throw Causes.timeout(progress, timeout);
            }
        } catch (IOException e) {
            // A listener that asks for the client's certificate ends it here, after it has shown its own.
            if (shown.isEmpty()) {
                throw Causes.explain(e, progress);
            }
        }
        return shown.chain();
    }

    private Socket connect(Entrance entrance, Progress progress) throws IOException, Unreachable {
        Socket socket = new Socket();
        try {
            int millis = Math.toIntExact(timeout.toMillis());
            socket.connect(Places.of(entrance, names), millis);
            socket.setSoTimeout(millis);
            progress.connected();
            return socket;
        } catch (IOException | Unreachable e) {
            socket.close();
            throw e;
        }
    }

    private static SSLSocket over(Socket plain, Entrance entrance, ShownCertificates shown) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {shown}, null);
            SSLSocket socket = (SSLSocket)
                    context.getSocketFactory().createSocket(plain, entrance.domain(), entrance.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(entrance.domain())));
            socket.setSSLParameters(parameters);
            return socket;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java speaks TLS", e);
        }
    }
}

package dev.alb.serve.proxy;

import dev.alb.serve.tls.ListenerKeys;
import io.netty.handler.ssl.util.SimpleKeyManagerFactory;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.security.KeyStore;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.ManagerFactoryParameters;
import org.jspecify.annotations.Nullable;

/** Hands the keys of a listener to the server. What the library has for this needs a library for logging as well. */
record GateKeys(ListenerKeys keys) implements KeyCertOptions {
    @Override
    public KeyCertOptions copy() {
        return this;
    }

    @Override
    public KeyManagerFactory getKeyManagerFactory(Vertx vertx) {
        return new Factory(keys);
    }

    @Override
    public Function<String, @Nullable KeyManagerFactory> keyManagerFactoryMapper(Vertx vertx) {
        return host -> null;
    }

    private static final class Factory extends SimpleKeyManagerFactory {
        private final ListenerKeys keys;

        Factory(ListenerKeys keys) {
            this.keys = keys;
        }

        @Override
        protected void engineInit(KeyStore store, char[] password) {}

        @Override
        protected void engineInit(ManagerFactoryParameters parameters) {}

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return new KeyManager[] {keys};
        }
    }
}

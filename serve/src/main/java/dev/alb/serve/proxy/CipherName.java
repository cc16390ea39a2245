package dev.alb.serve.proxy;

/** The names of cipher suites. */
final class CipherName {
    private CipherName() {}

    /** What AWS calls a cipher suite, which Java calls by the name of its standard. */
    static String ofAws(String standard) {
        if (!standard.contains("_WITH_")) {
            return standard;
        }
        return standard.replaceFirst("^TLS_RSA_WITH_", "")
                .replaceFirst("^TLS_", "")
                .replace("_WITH_", "_")
                .replace("AES_", "AES")
                .replace("_CBC", "")
                .replaceFirst("_POLY1305_SHA256$", "_POLY1305")
                .replace('_', '-');
    }
}

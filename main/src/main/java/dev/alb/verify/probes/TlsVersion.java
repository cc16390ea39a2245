package dev.alb.verify.probes;

/** A version of TLS. */
public enum TlsVersion {
    /** From 1999; broken. */
    TLS_1_0("1.0", 0x0301),
    /** From 2006; broken. */
    TLS_1_1("1.1", 0x0302),
    /** From 2008. */
    TLS_1_2("1.2", 0x0303),
    /** From 2018. */
    TLS_1_3("1.3", 0x0304);

    private final String text;
    private final int code;

    TlsVersion(String text, int code) {
        this.text = text;
        this.code = code;
    }

    /** The number that stands for it in the protocol. */
    public int code() {
        return code;
    }

    @Override
    public String toString() {
        return text;
    }
}

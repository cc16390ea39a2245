package dev.alb.verify.report;

/** What servers say, as text and nothing else. */
final class Plain {
    private Plain() {}

    /** Without signs that steer a terminal or that XML has no place for. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}]", "?");
    }
}

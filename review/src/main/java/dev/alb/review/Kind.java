package dev.alb.review;

/**
 * A kind of finding.
 *
 * @param id a stable name such as {@code load-balancer-replaced}, by which findings are accepted
 * @param section what it is about
 * @param title what is wrong, in a few words and without names
 * @param why why it matters, in a sentence or two
 */
public record Kind(String id, Section section, String title, String why) {

    /** A finding of this kind. */
    public Finding at(String address, Severity severity, String text, String remedy) {
        return new Finding(this, severity, address, "", text, remedy);
    }

    /** A finding of this kind, of which an address may have several. */
    public Finding at(String address, String subject, Severity severity, String text, String remedy) {
        return new Finding(this, severity, address, subject, text, remedy);
    }
}

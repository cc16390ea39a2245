package dev.alb.serverxml;

import dev.alb.terraform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes down what is wrong with the attributes of one element. */
final class TagFindings {
    private static final String PROPERTY = "${";
    private static final String NOTHING = "nothing";

    private final ServerXml file;
    private final Tag tag;
    private final List<Mismatch> found = new ArrayList<>();
    private String otherwise = NOTHING;

    TagFindings(ServerXml file, Tag tag) {
        this.file = file;
        this.tag = tag;
    }

    List<Mismatch> found() {
        return found;
    }

    /** An attribute that has to have one value. */
    void require(String attribute, String wanted, String fix) {
        String actual = tag.value(attribute).map(String::strip).orElse("");
        if (!actual.equals(wanted)) {
            mend(attribute, "be \"" + wanted + "\"", wanted, fix);
        }
    }

    /** An attribute that has another value than it must, and the one that it gets. */
    void mend(String attribute, String rule, String wanted, String fix) {
        if (!cannotTell(attribute, rule)) {
            add(attribute, rule, fix, true, Optional.of(tag.set(file.text(), attribute, wanted)));
        }
    }

    /** The same for an attribute in whose place another one holds. */
    void mend(String attribute, String rule, String wanted, String fix, String inItsPlace) {
        otherwise = inItsPlace;
        mend(attribute, rule, wanted, fix);
        otherwise = NOTHING;
    }

    /** An attribute that works, and not well. */
    void advise(String attribute, String rule, String wanted, String fix) {
        if (!cannotTell(attribute, rule)) {
            add(attribute, rule, fix, false, Optional.of(tag.set(file.text(), attribute, wanted)));
        }
    }

    /** Something that nobody but the administrator can decide. */
    void tell(String attribute, String rule, String fix) {
        if (!cannotTell(attribute, rule)) {
            add(attribute, rule, fix, true, Optional.empty());
        }
    }

    /** What Tomcat replaces by a property when it starts is left alone. */
    private boolean cannotTell(String attribute, String rule) {
        if (!isProperty(tag, attribute)) {
            return false;
        }
        String fix = "Tomcat puts a property there when it starts; see to it that this is its value.";
        add(attribute, rule, fix, false, Optional.empty());
        return true;
    }

    /** Whether a value stands elsewhere. */
    static boolean isProperty(Tag tag, String attribute) {
        return tag.value(attribute).filter(value -> value.contains(PROPERTY)).isPresent();
    }

    private void add(String attribute, String rule, String fix, boolean isError, Optional<Edit> edit) {
        int index = tag.attribute(attribute).map(Tag.Attribute::start).orElse(tag.start());
        String actual = tag.value(attribute)
                .map(value -> isSecret(attribute) ? "a password" : "\"" + printable(value) + "\"")
                .orElse(otherwise);
        Violation violation = Violation.of(attribute, rule, actual, fix);
        found.add(new Mismatch(
                file.position(index), tag.name() + "." + attribute, isError ? violation : violation.asWarning(), edit));
    }

    private static boolean isSecret(String attribute) {
        return attribute.endsWith("Pass") || attribute.endsWith("Password");
    }

    /** A value from a file must not steer a terminal. */
    private static String printable(String value) {
        return value.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

package dev.alb.serverxml;

import dev.alb.serverxml.JvmProperty.Need;
import dev.alb.terraform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a {@code setenv.sh} or {@code setenv.bat} doesn't fit a site.
 *
 * <p>It is a program, of which nothing is run. Options that it gets from elsewhere are not seen.
 */
public final class SetenvCheck {
    private static final Pattern OPTION = Pattern.compile("-D(synchrony\\.[A-Za-z0-9._]+)=([^\\s\"'`;%]*)");
    private static final Pattern COMMENT = Pattern.compile("(?i)^\\s*(#|::|@?rem\\b).*");

    private final String text;
    private final List<Mismatch> found = new ArrayList<>();

    private SetenvCheck(String text) {
        this.text = text;
    }

    /** Everything that doesn't fit; nothing of it can be mended here. */
    public static List<Mismatch> of(String text, SiteNeeds needs) {
        SetenvCheck check = new SetenvCheck(text);
        new SynchronySettings(needs).properties().forEach(check::check);
        return check.found;
    }

    /** A place where a property is given. */
    private record Given(Position position, String value) {}

    private void check(JvmProperty property) {
        List<Given> all = given(property.name());
        if (all.isEmpty()) {
            missing(property);
        }
        for (Given one : all) {
            if (!Optional.of(one.value()).equals(property.value())
                    && !one.value().startsWith("$")) {
                String rule = property.value().map(value -> "be " + value).orElse("be left out");
                add(one.position(), property, Violation.of("", rule, one.value(), property.why()));
            }
        }
    }

    private void missing(JvmProperty property) {
        property.option().filter(option -> property.need() != Need.DEFAULT).ifPresent(option -> {
            Violation violation =
                    Violation.of("", "be given", "nothing", property.why() + " Add " + option + " to CATALINA_OPTS.");
            add(new Position(1, 1), property, property.need() == Need.ADVISED ? violation.asWarning() : violation);
        });
    }

    private void add(Position position, JvmProperty property, Violation violation) {
        found.add(new Mismatch(position, "-D" + property.name(), violation, Optional.empty()));
    }

    private List<Given> given(String name) {
        List<Given> all = new ArrayList<>();
        int line = 0;
        for (String content : text.split("\r\n|\r|\n", -1)) {
            line++;
            Matcher option = OPTION.matcher(content);
            while (!COMMENT.matcher(content).matches() && option.find()) {
                if (option.group(1).toLowerCase(Locale.ROOT).equals(name)) {
                    all.add(new Given(new Position(line, option.start() + 1), option.group(2)));
                }
            }
        }
        return all;
    }
}

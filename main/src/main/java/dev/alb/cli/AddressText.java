package dev.alb.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A place to connect to on the command line: HOST, HOST:PORT, or an IPv6 address in brackets. */
final class AddressText implements ITypeConverter<AddressText.Address> {
    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^\\s:\\[\\]/]+))(?::(\\d{1,5}))?");
    private static final int LAST_PORT = 65_535;

    /**
     * A place.
     *
     * @param host a name or an address
     * @param port empty for the listener's own
     */
    record Address(String host, Optional<Integer> port) {}

    @Override
    public Address convert(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw wrong(text);
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        Optional<Integer> port = Optional.ofNullable(matcher.group(3)).map(Integer::valueOf);
        if (port.filter(number -> number < 1 || number > LAST_PORT).isPresent()) {
            throw wrong(text);
        }
        return new Address(host, port);
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException(
                "must be like 192.0.2.7, [2001:db8::7], lb.example.com or lb.example.com:8443, got \"" + text + "\"");
    }
}

package dev.alb.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Options with a closed choice: what is wrong about a value is told in the words in which the values are written. */
final class Choices {
    private Choices() {}

    /** Reads all such options of a command and of those below it. */
    static void readBy(CommandLine line) {
        line.getCommandSpec().options().forEach(option -> read(line, option.auxiliaryTypes()[0]));
        line.getSubcommands().values().forEach(Choices::readBy);
    }

    private static <T> void read(CommandLine line, Class<T> type) {
        T[] values = type.getEnumConstants();
        if (values != null) {
            line.registerConverter(type, text -> choose(values, text));
        }
    }

    private static <T> T choose(T[] values, String text) {
        return Arrays.stream(values)
                .filter(value -> word(value).equals(word(text)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("it must be one of "
                        + Arrays.stream(values).map(Choices::word).collect(Collectors.joining(", ")) + ", got \"" + text
                        + "\""));
    }

    private static String word(Object value) {
        String word = value instanceof Enum<?> one ? one.name() : value.toString();
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

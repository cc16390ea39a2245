package dev.alb.cli;

import dev.alb.site.binding.Scalars;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time on the command line, as site files write it. */
final class DurationText implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        return Scalars.duration(text)
                .orElseThrow(
                        () -> new TypeConversionException("must be a time like 90s, 10m or 1h, got \"" + text + "\""));
    }
}

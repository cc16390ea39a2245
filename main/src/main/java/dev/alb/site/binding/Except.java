package dev.alb.site.binding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The keys of an {@link Overlay} that the application sets from other parts of the file. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Except {
    /** The keys. */
    String[] value();

    /** What to do instead. */
    String because();
}

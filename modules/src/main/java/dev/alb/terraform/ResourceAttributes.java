package dev.alb.terraform;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives a record of attributes its {@code withX} methods, each of which returns a changed copy. */
@RecordBuilder.Template(
        options = @RecordBuilder.Options(addClassRetainedGenerated = false, inheritComponentAnnotations = false))
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface ResourceAttributes {}

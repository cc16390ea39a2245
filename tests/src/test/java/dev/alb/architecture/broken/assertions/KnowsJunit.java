package dev.alb.architecture.broken.assertions;

import org.junit.jupiter.api.function.Executable;

/** An assertion for one test framework alone. */
public interface KnowsJunit {
    /** A type of a test framework. */
    Executable executable();
}

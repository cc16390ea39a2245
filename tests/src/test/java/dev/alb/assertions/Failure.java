package dev.alb.assertions;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** The message of an assertion that has to fail. */
final class Failure {
    private Failure() {}

    static String of(Executable assertion) {
        return String.valueOf(assertThrows(AssertionError.class, assertion).getMessage());
    }
}

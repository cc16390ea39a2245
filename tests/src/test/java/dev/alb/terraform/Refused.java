package dev.alb.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** What an input is refused with, as a reader of the message sees it. */
public final class Refused {
    private Refused() {}

    /** Asserts the violations, without the line that counts them. */
    public static void with(String violations, Executable input) {
        InvalidInput refusal = assertThrows(InvalidInput.class, input);
        String message = refusal.getMessage();
        assertEquals(violations.strip(), message.substring(message.indexOf('\n') + 1));
    }
}

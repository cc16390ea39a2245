package dev.alb.securitygroups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.alb.terraform.InvalidInput;
import org.junit.jupiter.api.function.Executable;

/** Asserts what an input is refused with. */
final class Refused {
    private Refused() {}

    /** One violation and no other. */
    static void with(String violation, Executable input) {
        InvalidInput thrown = assertThrows(InvalidInput.class, input);
        assertEquals(1, thrown.violations().size(), thrown::getMessage);
        assertEquals(violation, thrown.violations().get(0).toString());
    }
}

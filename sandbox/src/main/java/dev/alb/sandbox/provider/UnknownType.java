package dev.alb.sandbox.provider;

/** Somebody asks for a type that the sandbox does not have. */
final class UnknownType extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownType(String kind, String name) {
        super("The sandbox has no " + kind + " " + name, null, false, false);
    }
}

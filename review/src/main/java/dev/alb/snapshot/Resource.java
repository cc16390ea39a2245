package dev.alb.snapshot;

/**
 * A resource or a data source at one moment.
 *
 * @param address Terraform's address, with modules and keys
 * @param type such as {@code aws_lb}; the old names {@code aws_alb…} are told by their new ones
 * @param isData whether it is a data source
 * @param values its attributes and blocks
 */
public record Resource(String address, String type, boolean isData, Value values) {
    private static final String OLD = "aws_alb";
    private static final String NEW = "aws_lb";

    /** Takes an old name of a type for the new one. */
    public Resource {
        type = currentName(type);
    }

    /** The new name of a type that has an old one as well. */
    static String currentName(String type) {
        return type.startsWith(OLD) ? NEW + type.substring(OLD.length()) : type;
    }

    /** An attribute or block. */
    public Value at(String name) {
        return values.at(name);
    }

    @Override
    public String toString() {
        return address;
    }
}

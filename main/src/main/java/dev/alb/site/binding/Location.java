package dev.alb.site.binding;

/**
 * A place in a file, as editors take it.
 *
 * @param file the file as the user named it
 * @param line counted from 1; 0 where no line can be told
 * @param column counted from 1
 * @param path the keys down to it, such as {@code load_balancer.idle_timeout}, or ""
 */
public record Location(String file, int line, int column, String path) {

    /** The file as a whole. */
    public static Location of(String file) {
        return new Location(file, 0, 0, "");
    }

    /** The place as {@code file:line:column path}, without what is not known. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return path.isEmpty() ? place : place + " " + path;
    }
}

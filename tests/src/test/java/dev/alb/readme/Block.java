package dev.alb.readme;

/**
 * A fenced block of the README.
 *
 * @param language what stands behind the fence
 * @param line the line of the fence
 * @param content the lines between the fences
 */
record Block(String language, int line, String content) {

    @Override
    public String toString() {
        return language + " in line " + line;
    }
}

package dev.alb.review;

import java.util.List;

/**
 * A resource that is replaced or deleted.
 *
 * @param address its address
 * @param action what is done, such as {@code created before the old one is deleted}
 * @param causes the attributes that force it, each with its value before and after
 * @param consequences what breaks meanwhile, in sentences
 */
public record Replacement(String address, String action, List<String> causes, List<String> consequences) {}

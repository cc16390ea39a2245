package dev.alb.verify;

/**
 * What one check of a run found.
 *
 * @param id the check
 * @param claim what it asks for
 * @param result what it found
 */
public record Verdict(String id, String claim, Result result) {}

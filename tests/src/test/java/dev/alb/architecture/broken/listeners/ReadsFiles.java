package dev.alb.architecture.broken.listeners;

import com.fasterxml.jackson.databind.JsonNode;

/** A module that reads a format. */
public interface ReadsFiles {
    /** A type of a format. */
    JsonNode json();
}

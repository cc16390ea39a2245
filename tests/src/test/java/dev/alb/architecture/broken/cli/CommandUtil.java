package dev.alb.architecture.broken.cli;

/** A name that says nothing. */
public interface CommandUtil {}

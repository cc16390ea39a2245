package dev.alb.review;

import java.util.List;

/** Looks at a plan for findings of some kinds. */
public interface Check {

    /** The kinds that it can find, for documentation and reports. */
    List<Kind> kinds();

    /** What it finds; nothing where the plan is fine or nothing can be told. */
    List<Finding> findings(Comparison comparison);
}

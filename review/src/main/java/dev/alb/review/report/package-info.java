/** A plan's review put together, and written as text, Markdown, HTML, JSON and SARIF. */
@NullMarked
package dev.alb.review.report;

import org.jspecify.annotations.NullMarked;

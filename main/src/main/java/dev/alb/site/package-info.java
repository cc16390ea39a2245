/** The site file: what a Confluence site says of itself, and what has to hold in it. */
@NullMarked
package dev.alb.site;

import org.jspecify.annotations.NullMarked;

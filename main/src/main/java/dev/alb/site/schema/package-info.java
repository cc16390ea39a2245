/** The JSON schema of the site file, by which editors complete and check it. */
@NullMarked
package dev.alb.site.schema;

import org.jspecify.annotations.NullMarked;

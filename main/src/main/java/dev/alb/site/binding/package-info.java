/**
 * Turns YAML into records, and the same records into a JSON schema.
 *
 * <p>Knows nothing of load balancers: a key is the Terraform name of a record's component, its type says what may stand
 * there, and the record's own constructor checks it. So what the modules can set, a file can set.
 */
@NullMarked
package dev.alb.site.binding;

import org.jspecify.annotations.NullMarked;

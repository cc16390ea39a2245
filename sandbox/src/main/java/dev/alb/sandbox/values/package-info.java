/** Values and types as Terraform knows them, and the forms in which they travel and are kept. */
@NullMarked
package dev.alb.sandbox.values;

import org.jspecify.annotations.NullMarked;

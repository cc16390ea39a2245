/** What the AWS provider offers: its resources, data sources and their attributes, read from {@code aws-schema.json}. */
@NullMarked
package dev.alb.sandbox.schema;

import org.jspecify.annotations.NullMarked;

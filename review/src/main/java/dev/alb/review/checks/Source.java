package dev.alb.review.checks;

import dev.alb.terraform.Cidr;

/** Somebody whom a rule of a security group names. */
sealed interface Source {

    /** A network. */
    record Network(Cidr cidr) implements Source {
        @Override
        public String toString() {
            return cidr.toString();
        }
    }

    /** The members of a security group. */
    record Group(String name) implements Source {
        @Override
        public String toString() {
            return "the members of " + name;
        }
    }

    /** The networks of a prefix list, which stand elsewhere. */
    record PrefixList(String id) implements Source {
        @Override
        public String toString() {
            return "the prefix list " + id;
        }
    }

    /** Somebody who is known only after the apply. */
    record Unknown() implements Source {
        @Override
        public String toString() {
            return "(known after apply)";
        }
    }
}

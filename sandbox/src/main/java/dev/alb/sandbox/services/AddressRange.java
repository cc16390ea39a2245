package dev.alb.sandbox.services;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.LongStream;

/** The IPv4 addresses of a subnet; AWS keeps the first four and the last one for itself. */
record AddressRange(long first, long size) {
    private static final int BITS = 32;
    private static final int RESERVED = 4;

    /** The range of a CIDR block; empty if it is none. */
    static Optional<AddressRange> parse(String cidr) {
        return Cidr.parse(cidr).map(block -> new AddressRange(block.first(), 1L << BITS - block.length()));
    }

    /** An address that nobody has; which one depends on the fingerprint alone, as long as that one is free. */
    Optional<String> free(String fingerprint, Collection<String> taken) {
        long usable = size - RESERVED - 1;
        if (usable <= 0) {
            return Optional.empty();
        }
        long start =
                new BigInteger(fingerprint, 16).mod(BigInteger.valueOf(usable)).longValue();
        return LongStream.range(0, usable)
                .mapToObj(next -> text(first + RESERVED + (start + next) % usable))
                .filter(address -> !taken.contains(address))
                .findFirst();
    }

    private static String text(long address) {
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}

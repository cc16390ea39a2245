package dev.alb.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks are read and compared without asking any name server. */
class AddressRangeTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "10.0.0.0/8", "192.0.2.7/32", "::/0", "2001:db8::/32", "2001:db8::1/128"})
    void reads_a_network(String cidr) {
        assertTrue(AddressRange.of(cidr).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.0.0.1/8",
                "10.0.0.0/33",
                "10.0.0.0/08",
                "10.0.0/8",
                "256.0.0.0/8",
                "wiki/8",
                "",
                "10.0.0.0/8/8",
                "10.0.0.0/-1",
                "2001:db8::1/32",
                "2001:db8::/129",
                "::g/128",
                "example.com/0"
            })
    void refuses_what_is_none(String cidr) {
        assertTrue(AddressRange.of(cidr).isEmpty());
    }

    @Test
    void halves_together_cover_a_whole() {
        assertTrue(AddressRange.cover(ranges("10.0.0.0/9", "10.128.0.0/9"), range("10.0.0.0/8")));
        assertTrue(AddressRange.cover(ranges("10.0.0.0/9", "10.128.0.0/10", "10.192.0.0/10"), range("10.0.0.0/8")));
        assertFalse(AddressRange.cover(ranges("10.0.0.0/9", "10.128.0.0/10"), range("10.0.0.0/8")));
        assertTrue(AddressRange.cover(ranges("0.0.0.0/0"), range("192.0.2.7/32")));
        assertFalse(AddressRange.cover(ranges("0.0.0.0/0"), range("::/0")));
        assertFalse(AddressRange.cover(ranges(), range("10.0.0.0/8")));
    }

    @Test
    void networks_overlap_if_one_contains_the_other() {
        assertTrue(range("10.0.0.0/8").overlaps(range("10.1.0.0/16")));
        assertTrue(range("10.1.0.0/16").overlaps(range("10.0.0.0/8")));
        assertFalse(range("10.0.0.0/9").overlaps(range("10.128.0.0/9")));
        assertFalse(range("0.0.0.0/0").overlaps(range("::/0")));
        assertEquals(2, AddressRange.EVERYTHING.size());
    }

    private static AddressRange range(String cidr) {
        return AddressRange.of(cidr).orElseThrow();
    }

    private static List<AddressRange> ranges(String... cidrs) {
        return Stream.of(cidrs).map(AddressRangeTest::range).toList();
    }
}

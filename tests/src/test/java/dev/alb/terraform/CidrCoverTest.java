package dev.alb.terraform;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks are read and compared without asking any name server. */
class CidrCoverTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "10.0.0.0/8", "192.0.2.7/32", "::/0", "2001:db8::/32", "2001:db8::1/128"})
    void reads_a_network(String cidr) {
        assertTrue(network(cidr).isPresent());
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
        assertTrue(network(cidr).isEmpty());
    }

    @Test
    void halves_together_cover_a_whole() {
        assertTrue(range("10.0.0.0/8").isCoveredBy(ranges("10.0.0.0/9", "10.128.0.0/9")));
        assertTrue(range("10.0.0.0/8").isCoveredBy(ranges("10.0.0.0/9", "10.128.0.0/10", "10.192.0.0/10")));
        assertFalse(range("10.0.0.0/8").isCoveredBy(ranges("10.0.0.0/9", "10.128.0.0/10")));
        assertTrue(range("192.0.2.7/32").isCoveredBy(ranges("0.0.0.0/0")));
        assertFalse(range("::/0").isCoveredBy(ranges("0.0.0.0/0")));
        assertFalse(range("10.0.0.0/8").isCoveredBy(ranges()));
    }

    @Test
    void networks_overlap_if_one_contains_the_other() {
        assertTrue(range("10.0.0.0/8").overlaps(range("10.1.0.0/16")));
        assertTrue(range("10.1.0.0/16").overlaps(range("10.0.0.0/8")));
        assertFalse(range("10.0.0.0/9").overlaps(range("10.128.0.0/9")));
        assertFalse(range("0.0.0.0/0").overlaps(range("::/0")));
    }

    private static Optional<Cidr> network(String cidr) {
        return Cidr.ofNetwork(cidr).filter(Cidr::isNetwork);
    }

    private static Cidr range(String cidr) {
        return network(cidr).orElseThrow();
    }

    private static List<Cidr> ranges(String... cidrs) {
        return Stream.of(cidrs).map(CidrCoverTest::range).toList();
    }
}

import java.util.concurrent.atomic.AtomicLongArray;

/** How long requests took, to within 5 %. */
final class Latencies {
    private static final double STEP = Math.log(1.05);
    private static final int BUCKETS = 600;

    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

    void add(long nanos) {
        int bucket = (int) (Math.log(Math.max(1000, nanos) / 1000.0) / STEP);
        counts.incrementAndGet(Math.min(bucket, BUCKETS - 1));
    }

    /** Milliseconds below which a share of all requests was. */
    double millis(double share) {
        long all = 0;
        for (int i = 0; i < BUCKETS; i++) {
            all += counts.get(i);
        }
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts.get(i);
            if (seen >= share * all && seen > 0) {
                return Math.exp((i + 1) * STEP) / 1000;
            }
        }
        return 0;
    }
}

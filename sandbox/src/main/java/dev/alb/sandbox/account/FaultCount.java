package dev.alb.sandbox.account;

/** A fault, and how many calls there were for it. */
final class FaultCount {
    private final Fault fault;
    private int calls;

    FaultCount(Fault fault) {
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    int calls() {
        return calls;
    }

    void resume(int earlier) {
        calls = earlier;
    }

    /** Counts another call, and says whether it is met. */
    boolean next() {
        calls++;
        return calls >= fault.call() && calls - fault.call() < fault.times();
    }
}

package dev.alb.snapshot;

import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a file, by which some are known that are not JSON. */
record FileStart(int first, int second) {
    /** What can be read. */
    static final String FORMS =
            "It takes a plan or a state as terraform show -json FILE writes it, a state file, or cdk.tf.json.";

    /** Looks at a stream and leaves it where it is. */
    static FileStart of(InputStream in) throws IOException {
        in.mark(2);
        FileStart start = new FileStart(in.read(), in.read());
        in.reset();
        return start;
    }

    /** A plan of {@code terraform plan -out} is a zip file. */
    void refuseBinary(String name) throws UnreadableInput {
        if (first == 'P' && second == 'K') {
            throw new UnreadableInput(name + ": must be JSON, but this is a plan file of terraform plan -out\n"
                    + "  Run: terraform show -json " + name + " > plan.json");
        }
        if (first == 0x1f && second == 0x8b) {
            throw new UnreadableInput(name + ": must be JSON, but it is compressed\n  Run: gunzip " + name);
        }
    }
}

package dev.alb.snapshot;

import java.util.Arrays;

/** Refuses a file of another kind than asked for, and says what to give instead. */
final class Kinds {
    private Kinds() {}

    /**
     * Requires one of some kinds.
     *
     * @param asked what the file must be, in words
     */
    static void require(Document document, String asked, Document.Kind... kinds) throws UnreadableInput {
        Document.Kind kind = document.kind();
        if (!Arrays.asList(kinds).contains(kind)) {
            throw document.unreadable("must be " + asked + ", got " + kind, fix(document));
        }
    }

    private static String fix(Document document) {
        return document.kind() == Document.Kind.LOG
                ? "Run: terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json"
                : FileStart.FORMS;
    }
}

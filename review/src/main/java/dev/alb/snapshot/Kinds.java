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
            boolean isPlanAsked = Arrays.equals(kinds, new Document.Kind[] {Document.Kind.PLAN});
            throw document.unreadable("must be " + asked + ", got " + kind, fix(kind, isPlanAsked));
        }
    }

    private static String fix(Document.Kind kind, boolean isPlanAsked) {
        String run = "Run: terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json";
        return switch (kind) {
            case LOG -> run;
            case STATE, RAW_STATE ->
                isPlanAsked
                        ? "A state tells what is, and a review compares it with what will be. " + run
                        : FileStart.FORMS;
            default -> isPlanAsked ? run : FileStart.FORMS;
        };
    }
}

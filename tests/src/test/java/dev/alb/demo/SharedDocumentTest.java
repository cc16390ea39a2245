package dev.alb.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One text, edited by several windows at once, each of which sees changes of others later than its own. */
class SharedDocumentTest {
    private final SharedDocument document = new SharedDocument("abcdef");

    /** A window that keeps the text by the messages alone. */
    private static final class Copy implements SharedDocument.Window {
        private final List<Integer> counts = new ArrayList<>();
        private String text = "";
        private int version = -1;
        private int whole;

        @Override
        public void text(String all, int at) {
            text = all;
            version = at;
            whole++;
        }

        @Override
        public void edited(Edit edit, int to, int by) {
            assertEquals(version + 1, to, "no change is left out");
            text = edit.of(text);
            version = to;
        }

        @Override
        public void windows(int count) {
            counts.add(count);
        }
    }

    @Test
    void changes_that_know_nothing_of_each_other_both_stay() {
        Copy one = new Copy();
        int number = document.open(one);
        document.edit(one, number, 0, new Edit(1, 2, "X"));
        document.edit(one, number, 0, new Edit(4, 1, "Y"));
        assertEquals("aXdYf", document.text());
        document.edit(one, number, 0, new Edit(0, 6, ""));
        assertEquals("", document.text(), "who deletes a range deletes what came into it");
    }

    @Test
    void what_came_first_at_a_place_stays_first() {
        Copy one = new Copy();
        int number = document.open(one);
        document.edit(one, number, 0, new Edit(3, 0, "first "));
        document.edit(one, number, 0, new Edit(3, 0, "second "));
        assertEquals("abcfirst second def", document.text());
    }

    @Test
    void every_window_has_the_same_text_whatever_they_knew_when_they_wrote() {
        Random random = new Random(1);
        List<Copy> windows = List.of(new Copy(), new Copy(), new Copy());
        List<Integer> numbers = windows.stream().map(document::open).toList();
        List<String> texts = new ArrayList<>(List.of(document.text()));
        for (int i = 0; i < 2_000; i++) {
            int base = Math.max(0, texts.size() - 1 - random.nextInt(4));
            int length = texts.get(base).length();
            int at = random.nextInt(length + 1);
            int delete = Math.min(random.nextInt(5), length - at);
            int who = random.nextInt(3);
            document.edit(windows.get(who), numbers.get(who), base, new Edit(at, delete, "<" + i + ">"));
            texts.add(document.text());
        }
        windows.forEach(window -> assertEquals(document.text(), window.text));
        windows.forEach(window -> assertEquals(1, window.whole, "nobody needed the whole text again"));
    }

    @Test
    void a_change_that_fits_nowhere_brings_the_text_anew() {
        Copy one = new Copy();
        int number = document.open(one);
        document.edit(one, number, 0, new Edit(7, 0, "X"));
        document.edit(one, number, 0, new Edit(2, 5, "X"));
        document.edit(one, number, 5, new Edit(0, 0, "X"));
        document.edit(one, number, 0, new Edit(0, 0, "X".repeat(200_000)));
        assertEquals("abcdef", document.text());
        assertEquals(5, one.whole);
    }

    @Test
    void each_window_knows_how_many_there_are() {
        Copy one = new Copy();
        Copy two = new Copy();
        document.open(one);
        document.open(two);
        document.close(two);
        document.close(two);
        assertEquals(List.of(1, 2, 1), one.counts);
    }
}

package dev.alb.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The text that all windows edit, whatever node they are connected to. What Synchrony keeps in a database is here. */
final class SharedDocument {
    private static final int LONGEST = 200_000;
    private static final int REMEMBERED = 1_000;

    private final Set<Window> windows = ConcurrentHashMap.newKeySet();
    private final Deque<Edit> edits = new ArrayDeque<>();
    private String text;
    private int version;
    private int lastWindow;

    /** Who sees the text, and is told of each change in the order in which they were made. */
    interface Window {
        /** All of it, to begin with, or where changes can't be told any more. */
        void text(String text, int version);

        /** One change; the version is the one that it leads to. */
        void edited(Edit edit, int version, int by);

        /** How many windows there are. */
        void windows(int count);
    }

    /** A document with a text to begin with. */
    SharedDocument(String text) {
        this.text = text;
    }

    /** The text as it is now. */
    synchronized String text() {
        return text;
    }

    /** How many windows there are. */
    int windows() {
        return windows.size();
    }

    /** A window begins to look; returns its number. */
    synchronized int open(Window window) {
        windows.add(window);
        window.text(text, version);
        tell(one -> one.windows(windows.size()));
        return ++lastWindow;
    }

    /** It looks no longer. */
    synchronized void close(Window window) {
        if (windows.remove(window)) {
            tell(one -> one.windows(windows.size()));
        }
    }

    /**
     * A change that somebody made in the text of a version. What has happened since is respected; one that fits no more, or
     * makes the text too long, is dropped, and the window gets the text anew.
     */
    synchronized void edit(Window from, int number, int base, Edit edit) {
        Optional<Edit> now = since(base, edit)
                .filter(one -> one.fits(text) && text.length() + one.insert().length() <= LONGEST);
        if (now.isEmpty()) {
            from.text(text, version);
            return;
        }
        text = now.get().of(text);
        version++;
        edits.addLast(now.get());
        if (edits.size() > REMEMBERED) {
            edits.removeFirst();
        }
        tell(one -> one.edited(now.get(), version, number));
    }

    private Optional<Edit> since(int base, Edit edit) {
        int missed = version - base;
        if (missed < 0 || missed > edits.size()) {
            return Optional.empty();
        }
        Edit now = edit;
        Iterator<Edit> remembered = edits.iterator();
        for (int index = edits.size(); remembered.hasNext(); index--) {
            Edit earlier = remembered.next();
            if (index <= missed) {
                now = now.after(earlier);
            }
        }
        return Optional.of(now);
    }

    private void tell(Consumer<Window> message) {
        windows.forEach(message);
    }
}

package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests of several users, one after the other, until it is closed. */
final class Flow implements AutoCloseable {
    private static final int USERS = 3;

    private final ConcurrentLinkedQueue<String> lost = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final List<Thread> users = new ArrayList<>();
    private volatile boolean isOver;

    private Flow() {}

    static Flow of(ServedSite site, String path) {
        Flow flow = new Flow();
        for (int i = 0; i < USERS; i++) {
            Thread user = new Thread(() -> flow.ask(site, path), "user-" + i);
            flow.users.add(user);
            user.start();
        }
        return flow;
    }

    private void ask(ServedSite site, String path) {
        while (!isOver) {
            try {
                HttpResponse<String> answer = site.get(path);
                answered.incrementAndGet();
                if (answer.statusCode() != 200) {
                    lost.add(answer.statusCode() + " " + answer.body());
                }
            } catch (Exception e) {
                lost.add(e.toString());
            }
        }
    }

    /** Ends it, and asserts that each request was answered. */
    void lostNothing() {
        close();
        assertEquals(List.of(), List.copyOf(lost), answered + " were answered");
        assertTrue(answered.get() > 10, answered + " requests are no flow");
    }

    @Override
    public void close() {
        isOver = true;
        for (Thread user : users) {
            try {
                user.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}

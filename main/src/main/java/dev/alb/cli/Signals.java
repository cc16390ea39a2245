package dev.alb.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets this program outlive a program that it runs, so that Terraform can write its state and end in peace.
 *
 * <p>Ctrl-C reaches every program of the terminal by itself: passing it on would be a second one, on which Terraform leaves its
 * state as it is. Whoever tells this program alone to end means the other one too, so that is passed on, once.
 */
final class Signals implements AutoCloseable {
    private static final String INTERRUPT = "INT";
    private static final List<String> ALL = List.of(INTERRUPT, "TERM", "HUP");
    private static volatile boolean wantTheEnd;

    private final List<Runnable> restore = new ArrayList<>();
    private @Nullable Process running;
    private boolean passOn;
    private boolean received;

    private Signals() {}

    /** From now on, and until this is closed, they are for another program. */
    static Signals divert() {
        Signals signals = new Signals();
        for (String name : ALL) {
            signals.handle(name);
        }
        return signals;
    }

    /** Whether somebody wanted this program to end while another one ran. */
    static boolean wantTheEnd() {
        return wantTheEnd;
    }

    /** The program that they are for; it learns of a signal that came before. */
    synchronized void concern(Process process) {
        running = process;
        if (passOn) {
            process.destroy();
        }
    }

    /** Waits for one of them, for a while at most; whether one came, now or before. */
    synchronized boolean await(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = longest.toMillis(); !received && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return received;
    }

    private synchronized void receive(String name) {
        wantTheEnd = true;
        received = true;
        notifyAll();
        if (name.equals(INTERRUPT) || passOn) {
            return;
        }
        passOn = true;
        if (running != null) {
            running.destroy();
        }
    }

    /** By reflection: the compiler warns of these classes in a way that can't be switched off. */
    private void handle(String name) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object signal = type.getConstructor(String.class).newInstance(name);
            Method handle = type.getMethod("handle", type, handlers);
            Object own = Proxy.newProxyInstance(
                    handlers.getClassLoader(), new Class<?>[] {handlers}, (proxy, method, given) -> {
                        if (method.getName().equals("handle")) {
                            receive(name);
                        }
                        return null;
                    });
            Object before = handle.invoke(null, signal, own);
            restore.add(() -> restore(handle, signal, before));
        } catch (ReflectiveOperationException e) {
            // A system without this signal: it has no programs to tell of it.
            return;
        }
    }

    private static void restore(Method handle, Object signal, Object before) {
        try {
            handle.invoke(null, signal, before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        restore.forEach(Runnable::run);
    }
}

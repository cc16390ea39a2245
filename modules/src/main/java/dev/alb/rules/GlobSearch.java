package dev.alb.rules;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for a text that some patterns take and others don't.
 *
 * <p>It runs all patterns side by side over every text there is. It ends, since patterns have few states; and it is
 * exact, since beside the characters that the patterns name one other stands for all the rest.
 */
final class GlobSearch {
    private static final int ANY_OTHER = Character.MAX_VALUE + 1;

    private final List<Glob> all;
    private final List<Glob> none;
    private final int[] alphabet;

    private GlobSearch(List<Glob> all, List<Glob> none) {
        this.all = all;
        this.none = none;
        this.alphabet = alphabet(Stream.concat(all.stream(), none.stream()).toList());
    }

    /** Whether there is a text that each of {@code all} takes and not one of {@code none}. */
    static boolean finds(List<Glob> all, List<Glob> none) {
        List<Glob> near = none.stream()
                .filter(n -> all.stream().noneMatch(n::beginsUnlike))
                .toList();
        boolean isObvious = near.isEmpty() && all.stream().skip(1).allMatch(g -> g.isBeginningOf(all.get(0)));
        return isObvious || new GlobSearch(all, near).search();
    }

    private record Step(List<GlobStates> all, List<GlobStates> none) {
        boolean isFound() {
            return isSettled() || isTaken();
        }

        /** A pattern that can go on takes some text in the end, where no other has a say any more. */
        private boolean isSettled() {
            return none.stream().allMatch(GlobStates::isDead)
                    && all.stream().filter(s -> !s.takesAnything()).count() <= 1;
        }

        private boolean isTaken() {
            return all.stream().allMatch(GlobStates::isAccepting)
                    && none.stream().noneMatch(GlobStates::isAccepting);
        }

        /** Whether all patterns still can take a text that goes on like this; no other step is worth a look. */
        boolean goesOnWith(int character) {
            return all.stream().allMatch(s -> s.goesOnWith(character));
        }

        Step after(int character) {
            return new Step(after(all, character), after(none, character));
        }

        private static List<GlobStates> after(List<GlobStates> states, int character) {
            return states.stream().map(s -> s.after(character)).toList();
        }
    }

    private boolean search() {
        Step start = new Step(start(all), start(none));
        Set<Step> seen = new HashSet<>(Set.of(start));
        Deque<Step> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Step step = open.remove();
            if (step.isFound()) {
                return true;
            }
            next(step).filter(seen::add).forEach(open::add);
        }
        return false;
    }

    private Stream<Step> next(Step step) {
        return IntStream.of(alphabet).filter(step::goesOnWith).mapToObj(step::after);
    }

    private static List<GlobStates> start(List<Glob> globs) {
        return globs.stream().map(GlobStates::start).toList();
    }

    private static int[] alphabet(List<Glob> globs) {
        IntStream named =
                globs.stream().flatMapToInt(g -> IntStream.of(g.symbols())).filter(s -> s >= 0);
        return IntStream.concat(named, IntStream.of(ANY_OTHER)).distinct().toArray();
    }
}

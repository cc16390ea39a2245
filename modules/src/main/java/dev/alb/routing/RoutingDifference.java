package dev.alb.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The requests that end elsewhere in one table than in another.
 *
 * @param moves one for each pair of rules between which requests move; none is the proof that there are no such requests
 */
public record RoutingDifference(List<Move> moves) {

    /**
     * Requests that end elsewhere.
     *
     * @param before where they ended
     * @param after where they end
     * @param example one of them
     * @param certain whether they do; otherwise it cannot be told, as something is not known
     */
    public record Move(Share before, Share after, Request example, boolean certain) {}

    /**
     * Holds two tables against each other.
     *
     * @param usual a request whose parts the examples keep where they can
     */
    public static RoutingDifference between(RoutingTable before, RoutingTable after, Request usual) {
        return between(before.shares(), after.shares(), usual);
    }

    /** The same of tables whose shares have been computed already. */
    public static RoutingDifference between(List<Share> before, List<Share> after, Request usual) {
        List<Move> moves = new ArrayList<>();
        List<Share> now = settled(after);
        for (Share from : settled(before)) {
            for (Share to : now) {
                move(from, to, usual).ifPresent(moves::add);
            }
        }
        return new RoutingDifference(List.copyOf(moves));
    }

    /** A rule in doubt leaves all that it may take to those behind it, so that every request stands at one of these. */
    private static List<Share> settled(List<Share> shares) {
        return shares.stream()
                .filter(share -> share.rule() == null || share.rule().isExact())
                .toList();
    }

    /** Whether no request ends elsewhere, for certain. */
    public boolean isEmpty() {
        return moves.isEmpty();
    }

    /** What is certain comes before what isn't, and then an example at the usual host before others. */
    private static Optional<Move> move(Share from, Share to, Request usual) {
        Move best = null;
        for (Share.Piece piece : from.pieces()) {
            for (Share.Piece other : to.pieces()) {
                boolean certain = isCertain(from, piece, to, other);
                boolean isOfUse = best == null || certain && !best.certain() || !isUsual(best, usual);
                if (isOfUse && !isSameFate(from, piece, to, other)) {
                    Move move = piece.requests()
                            .intersection(other.requests())
                            .map(both -> new Move(from, to, both.example(usual), certain))
                            .orElse(null);
                    best = better(best, move, usual);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static @Nullable Move better(@Nullable Move one, @Nullable Move other, Request usual) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (one.certain() != other.certain()) {
            return one.certain() ? one : other;
        }
        return isUsual(one, usual) || !isUsual(other, usual) ? one : other;
    }

    private static boolean isUsual(Move move, Request usual) {
        return move.example().host().equals(usual.host());
    }

    private static boolean isCertain(Share from, Share.Piece piece, Share to, Share.Piece other) {
        return piece.doubts().isEmpty()
                && other.doubts().isEmpty()
                && from.outcome().isKnown()
                && to.outcome().isKnown();
    }

    /** The same outcome, after the same doubts: whatever is not known, it is not known in the same way. */
    private static boolean isSameFate(Share from, Share.Piece piece, Share to, Share.Piece other) {
        return from.outcome().equals(to.outcome())
                && from.outcome().isKnown()
                && areAlike(piece.doubts(), other.doubts());
    }

    private static boolean areAlike(List<Rule> doubts, List<Rule> others) {
        if (doubts.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < doubts.size(); i++) {
            Rule doubt = doubts.get(i);
            if (!doubt.isLike(others.get(i))
                    || Objects.isNull(doubt.priority())
                            != Objects.isNull(others.get(i).priority())) {
                return false;
            }
        }
        return true;
    }
}

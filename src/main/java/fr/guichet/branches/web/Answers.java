package fr.guichet.branches.web;

import fr.guichet.branches.BranchRefusal;
import fr.guichet.branches.hours.Fault;
import fr.guichet.branches.hours.OpeningHours;
import fr.guichet.branches.hours.Parsed;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Turns what became of a request into its answer. */
final class Answers {

    private Answers() {}

    /** What came of something that cannot be stale; a refusal ends the request as a problem. */
    static <T> T of(Outcome<T, BranchRefusal> outcome) {
        return of(outcome, () -> {
            throw new IllegalStateException("No version was asked for");
        });
    }

    /**
     * What came of it; a refusal ends the request as a problem.
     *
     * @param current the resource as it is now, for a caller whose copy is stale
     */
    static <T> T of(Outcome<T, BranchRefusal> outcome, Supplier<?> current) {
        return switch (outcome) {
            case Outcome.Done<T, BranchRefusal>(var value) -> value;
            case Outcome.Refused<T, BranchRefusal>(var refusal) ->
                throw problem(refusal, current).exception();
        };
    }

    private static Problem problem(BranchRefusal refusal, Supplier<?> current) {
        return switch (refusal) {
            case BranchRefusal.NotFound() -> Problems.notFound();
            case BranchRefusal.Forbidden() -> Problems.forbidden();
            case BranchRefusal.Stale() -> Problems.stale(current.get());
            case BranchRefusal.CodeTaken(var code) -> Problem.of(HttpStatus.CONFLICT, "code-taken", code);
            case BranchRefusal.UnreadableHours(var text) -> unreadable(text);
            case BranchRefusal.TooMany(var limit) ->
                Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "too-many-entries", limit);
            case BranchRefusal.NoTime() -> Problems.invalid(new InvalidField("to", "branches.invalid.end"));
        };
    }

    private static Problem unreadable(String text) {
        var faults = OpeningHours.parse(text) instanceof Parsed.Invalid(var found) ? found : List.<Fault>of();
        var problem = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "opening-hours-unreadable")
                .with(
                        "errors",
                        faults.stream()
                                .map(fault ->
                                        new InvalidField("openingHours", fault.messageKey(), List.copyOf(fault.args())))
                                .toList());
        return faults.stream()
                .map(Fault::suggestion)
                .filter(Objects::nonNull)
                .findFirst()
                .map(suggestion -> problem.with("suggestion", suggestion))
                .orElse(problem);
    }
}

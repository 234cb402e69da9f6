package fr.guichet.platform.events.web;

import fr.guichet.platform.events.DeadLetter;
import fr.guichet.platform.events.DeadLetters;
import fr.guichet.platform.web.Cursors;
import fr.guichet.platform.web.Page;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor.StaffActor;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters, for administrators. */
@RestController
@RequestMapping("/api/operations/dead-letters")
class DeadLetterController {

    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping
    Page<DeadLetter> listDeadLetters(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var position = cursor == null
                ? new Position(null, null)
                : Cursors.read(cursor, keys -> new Position(keys.instant(0), keys.uuid(1)));
        return Page.of(
                letters.list(position.lastFailed, position.id, limit + 1),
                limit,
                last -> Cursors.of(last.lastFailed(), last.id()));
    }

    /** Repeats harmlessly. A letter that is not there any more was handled, or never existed: 404. */
    @PostMapping("/{id}/replay")
    DeadLetter replayDeadLetter(StaffActor actor, @PathVariable UUID id) {
        return letters.replay(id, actor.account())
                .orElseThrow(() -> Problems.notFound().exception());
    }

    private record Position(
            @Nullable Instant lastFailed, @Nullable UUID id) {}
}

package fr.guichet.audit.web;

import fr.guichet.audit.trail.EntryPosition;
import fr.guichet.audit.trail.EntryQueries;
import fr.guichet.audit.trail.StoredEntry;
import fr.guichet.platform.web.Cursors;
import fr.guichet.platform.web.Page;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.Actor.SystemActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done with the own account, on it, and on the own record. Who of the bank did it is the bank's business. */
@RestController
class ActivityController {

    private static final String VISITS = "appointments.";

    private final EntryQueries queries;
    private final ActionWords words;

    ActivityController(EntryQueries queries, ActionWords words) {
        this.queries = queries;
        this.words = words;
    }

    /** Who did something, seen from the account's owner. */
    enum Doer {
        YOU,
        ADVISER,
        BANK,
        /** Nobody had signed in: somebody tried to, for example. */
        UNKNOWN
    }

    @Operation(
            description =
                    "What the reader did and what was done on the reader's account and record, the latest first, in words of the reader's language. Members of staff are not named.")
    @GetMapping("/api/activity")
    Page<ActivityView> listActivity(
            Actor reader,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale language) {
        var account = account(reader);
        var customer = reader instanceof CustomerActor own ? own.customer().value() : null;
        var after =
                cursor == null ? null : Cursors.read(cursor, keys -> new EntryPosition(keys.instant(0), keys.uuid(1)));
        return Page.of(
                        queries.concerning(account.value(), customer, after, limit + 1),
                        limit,
                        last -> Cursors.of(Objects.requireNonNull(last.at()), Objects.requireNonNull(last.id())))
                .map(entry -> view(entry, account, language));
    }

    private ActivityView view(StoredEntry entry, AccountId reader, Locale language) {
        var action = Objects.requireNonNull(entry.action());
        var doer = doer(entry, action, reader);
        // Whoever was not signed in is told of with all there is: it may have been a stranger.
        var traceable = doer == Doer.YOU || doer == Doer.UNKNOWN;
        return new ActivityView(
                Objects.requireNonNull(entry.id()),
                Objects.requireNonNull(entry.at()),
                action,
                words.of(action, language),
                doer,
                words.who(doer.name().toLowerCase(Locale.ROOT), language),
                Objects.requireNonNull(entry.outcome()),
                doer == Doer.YOU ? entry.subjectId() : null,
                traceable ? entry.address() : null,
                traceable ? entry.device() : null);
    }

    private static Doer doer(StoredEntry entry, String action, AccountId reader) {
        if (reader.value().equals(entry.actorAccount())) {
            return Doer.YOU;
        }
        return switch (Objects.requireNonNull(entry.actorKind())) {
            case "STAFF" -> action.startsWith(VISITS) ? Doer.ADVISER : Doer.BANK;
            case "ANONYMOUS" -> Doer.UNKNOWN;
            default -> Doer.BANK;
        };
    }

    private static AccountId account(Actor reader) {
        return switch (reader) {
            case CustomerActor customer -> customer.account();
            case StaffActor staff -> staff.account();
            case SystemActor system -> throw Problems.forbidden().exception();
        };
    }

    /**
     * One thing that was done.
     *
     * @param at when, UTC
     * @param action stable code, such as {@code appointments.cancelled}
     * @param label what was done, in the reader's language
     * @param by who did it
     * @param who the same in the reader's language, such as "Votre conseiller"
     * @param subjectId what it was done to, when the reader did it
     * @param address the network address it was done from; absent for what the bank did
     * @param device browser and system, such as {@code Firefox, Linux}; absent for what the bank did
     */
    @Schema(name = "Activity")
    record ActivityView(
            UUID id,
            Instant at,
            String action,
            String label,
            Doer by,
            String who,

            @Schema(allowableValues = {"DONE", "REFUSED"}) String outcome,

            @Nullable UUID subjectId,
            @Nullable String address,
            @Nullable String device) {}
}

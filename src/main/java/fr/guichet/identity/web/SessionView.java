package fr.guichet.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.identity.AccountView;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is here.
 *
 * @param codeAwaited whether the second step of a sign-in is to follow; says nothing about the first
 * @param messagesPage where codes can be read that are not really sent, in a demonstration; absent otherwise
 * @param account absent for passers-by
 * @param times absent for passers-by
 * @param now what the server's clock says, for those whose own is wrong
 * @param signOn whether the bank's sign-on is offered, at {@code /api/session/sign-on}
 * @param localSignIn whether anybody comes in by password or passkey
 * @param signOnToLink who signed on at the bank in this browser and is linked to no account yet, by the name there
 */
@Schema(name = "Session")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionView(
        boolean signedIn,
        boolean codeAwaited,
        @Nullable String messagesPage,
        @Nullable Account account,
        @Nullable Times times,
        OffsetDateTime now,
        boolean signOn,
        boolean localSignIn,
        @Nullable String signOnToLink) {

    /** The same, with the second step of a sign-in to follow. */
    SessionView awaitingCode() {
        return new SessionView(signedIn, true, messagesPage, account, times, now, signOn, localSignIn, signOnToLink);
    }

    /**
     * When this session ends, and what its owner may do until when.
     *
     * @param idleEndsAt if nothing is done until then
     * @param endsAt whatever is done until then
     * @param confirmedUntil until when acts that need a factor proven anew are open; in the past when they are not
     */
    @Schema(name = "SessionTimes")
    record Times(OffsetDateTime idleEndsAt, OffsetDateTime endsAt, OffsetDateTime confirmedUntil) {}

    /**
     * The account that is signed in.
     *
     * @param language ISO 639 code
     * @param customerId the reference record of a customer; absent for staff
     * @param adviserId the calendar of an adviser; absent for the others
     * @param branchId where staff work; absent for customers and for those who act for the whole bank
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Account(
            UUID id,
            String displayName,
            String email,
            @Schema(allowableValues = {"fr", "en"}) String language,
            List<Role> roles,
            @Nullable UUID customerId,
            @Nullable UUID adviserId,
            @Nullable UUID branchId) {

        static Account of(AccountView view) {
            var grants = view.grants();
            return new Account(
                    view.id().value(),
                    view.displayName(),
                    view.email(),
                    view.language(),
                    List.copyOf(grants.roles()),
                    grants.customer().map(CustomerId::value).orElse(null),
                    grants.adviser().map(AdviserId::value).orElse(null),
                    grants.branch().map(BranchId::value).orElse(null));
        }
    }
}

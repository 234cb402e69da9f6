package fr.guichet.customers.web;

import fr.guichet.customers.CustomerAccess;
import fr.guichet.customers.CustomerAccess.Outcome;
import fr.guichet.customers.CustomerAccess.State;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Permission;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether a customer can sign in, and giving him the means to. */
@RestController
@RequestMapping("/api/customers/{id}/access")
class CustomerAccessController {

    private final CustomerAccess access;
    private final Idempotency idempotency;

    CustomerAccessController(CustomerAccess access, Idempotency idempotency) {
        this.access = access;
        this.idempotency = idempotency;
    }

    /** Whether this customer can sign in. */
    @GetMapping
    AccessView getCustomerAccess(StaffActor staff, @PathVariable UUID id) {
        return access.state(staff, new CustomerId(id)).map(AccessView::new).orElseThrow(() -> Problems.notFound()
                .exception());
    }

    /**
     * Sends the customer a link by e-mail and answers with the code to hand over, this once. Whoever has access already gets it
     * anew: whatever he signed in with is forgotten, and his sessions end.
     */
    @PostMapping
    ResponseEntity<CodeView> giveCustomerAccess(StaffActor staff, @PathVariable UUID id) {
        return idempotency.once(() -> switch (access.give(staff, new CustomerId(id))) {
            case Outcome.Given(var code) -> ResponseEntity.ok(new CodeView(code));
            case Outcome.Ended _ -> throw new IllegalStateException("It was to be given");
            case Outcome.WithoutEmail _ ->
                throw Problem.of(HttpStatus.CONFLICT, "customer-without-email").exception();
            case Outcome.EmailTaken _ ->
                throw Problem.of(HttpStatus.CONFLICT, "access-email-taken").exception();
            case Outcome.NotTheirs(var how) -> throw notTheirs(how).exception();
        });
    }

    /** Bars the customer's account; his sessions end. Giving access again lifts it. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void suspendCustomerAccess(StaffActor staff, @PathVariable UUID id) {
        if (access.end(staff, new CustomerId(id)) instanceof Outcome.NotTheirs(var how)) {
            throw notTheirs(how).exception();
        }
    }

    private static Problem notTheirs(Permission how) {
        return how == Permission.FORBIDDEN ? Problems.forbidden() : Problems.notFound();
    }

    @Schema(name = "CustomerAccess")
    record AccessView(State state) {}

    /**
     * What is handed over on paper.
     *
     * @param code shown this once
     */
    @Schema(name = "CustomerAccessCode")
    record CodeView(String code) {

        @Override
        public String toString() {
            return "CodeView[…]";
        }
    }
}

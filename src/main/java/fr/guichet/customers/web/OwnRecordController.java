package fr.guichet.customers.web;

import fr.guichet.customers.ContactChange.Changed;
import fr.guichet.customers.ContactChange.Stale;
import fr.guichet.customers.ContactChange.Unknown;
import fr.guichet.customers.Customers;
import fr.guichet.platform.web.EntityTags;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor.CustomerActor;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A customer's own record. */
@RestController
@RequestMapping("/api/customers/me")
class OwnRecordController {

    private final Customers customers;

    OwnRecordController(Customers customers) {
        this.customers = customers;
    }

    @GetMapping
    ResponseEntity<CustomerView> getMyCustomer(CustomerActor customer) {
        return customers.find(customer.customer()).map(CustomerView::answer).orElseThrow(() -> Problems.notFound()
                .exception());
    }

    /** Changes how the bank reaches and addresses this customer. */
    @PutMapping
    ResponseEntity<CustomerView> changeMyContact(
            CustomerActor customer,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ContactRequest request) {
        var seen = EntityTags.required(ifMatch);
        var reading = new Reading();
        var phone = reading.phone("phone", request.phone());
        var language = reading.language("language", request.language());
        reading.finish();
        return switch (customers.changeContact(customer, phone.orElse(null), language.orElseThrow(), seen)) {
            case Changed changed -> CustomerView.answer(changed.customer());
            case Stale stale ->
                throw Problems.stale(CustomerView.of(stale.current())).exception();
            case Unknown _ -> throw Problems.notFound().exception();
        };
    }

    /**
     * How to be reached.
     *
     * @param phone absent or blank to be called no more
     * @param language ISO 639 code; when missing it arrives as null whatever the type says, and is told
     */
    @Schema(name = "ChangeContact")
    record ContactRequest(
            @Nullable String phone,

            @Schema(allowableValues = {"fr", "en"}) String language) {

        @Override
        public String toString() {
            return "ContactRequest[…]";
        }
    }
}

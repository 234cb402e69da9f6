package fr.guichet.customers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.customers.Customer;
import fr.guichet.platform.web.EntityTags;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * A customer's record as JSON.
 *
 * @param email absent when there is none
 * @param phone in E.164; absent when there is none
 * @param language ISO 639 code
 * @param branchId the home branch
 * @param adviserId who looks after this customer; absent when nobody in particular does
 * @param version for If-Match
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Customer")
record CustomerView(
        UUID id,
        String firstName,
        String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Schema(allowableValues = {"fr", "en"}) String language,
        UUID branchId,
        @Nullable UUID adviserId,
        long version) {

    static CustomerView of(Customer customer) {
        return new CustomerView(
                customer.id().value(),
                customer.firstName().value(),
                customer.lastName().value(),
                customer.email() == null ? null : customer.email().value(),
                customer.phone() == null ? null : customer.phone().value(),
                customer.language(),
                customer.branch().value(),
                customer.adviser() == null ? null : customer.adviser().value(),
                customer.version());
    }

    static ResponseEntity<CustomerView> answer(Customer customer) {
        return ResponseEntity.ok().eTag(EntityTags.of(customer.version())).body(of(customer));
    }
}

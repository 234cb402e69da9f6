package fr.guichet.customers.web;

import fr.guichet.customers.PersonalName;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.Languages;
import fr.guichet.shared.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one request and gathers everything that is wrong with them, so that a person corrects a form once. */
final class Reading {

    private final List<InvalidField> errors = new ArrayList<>();

    /** Empty, with an error noted, when it is missing or no name. */
    Optional<PersonalName> name(String field, @Nullable String typed) {
        return required(field, typed, PersonalName::parse, "invalid.customer.name");
    }

    /** Empty when there is none, or, with an error noted, when no mail could reach it. */
    Optional<EmailAddress> email(String field, @Nullable String typed) {
        return optional(field, typed, EmailAddress::parse, "invalid.customer.email");
    }

    /** Empty when there is none, or, with an error noted, when nobody could be called there. */
    Optional<PhoneNumber> phone(String field, @Nullable String typed) {
        return optional(field, typed, PhoneNumber::parse, "invalid.customer.phone");
    }

    Optional<String> language(String field, @Nullable String code) {
        return required(field, code, text -> Optional.of(text).filter(Languages::speaks), "invalid.customer.language");
    }

    void refuse(String field, String key) {
        errors.add(new InvalidField(field, key));
    }

    /** Ends the request with 422 when anything was wrong. */
    void finish() {
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors).exception();
        }
    }

    private <T> Optional<T> required(
            String field, @Nullable String typed, Function<String, Optional<T>> parse, String error) {
        if (typed == null || typed.isBlank()) {
            refuse(field, "invalid.required");
            return Optional.empty();
        }
        return optional(field, typed, parse, error);
    }

    private <T> Optional<T> optional(
            String field, @Nullable String typed, Function<String, Optional<T>> parse, String error) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        var read = parse.apply(typed);
        if (read.isEmpty()) {
            refuse(field, error);
        }
        return read;
    }
}

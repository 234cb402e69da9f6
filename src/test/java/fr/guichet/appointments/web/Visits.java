package fr.guichet.appointments.web;

import fr.guichet.appointments.Town;
import fr.guichet.branches.ReasonId;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.testing.Api;
import fr.guichet.testing.Api.Answer;
import fr.guichet.testing.SignIn.As;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.json.JsonMapper;

/** What customers and staff ask for about visits, as their screens ask for it. Times are of Paris: {@code 2026-11-23T09:00}. */
@TestComponent
final class Visits {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Api api;

    Visits(Api api) {
        this.api = api;
    }

    /** A slot: where, why, when, and with whom, which may be anyone. */
    record Wish(
            Town.Place place,
            ReasonId reason,
            String start,
            @Nullable AdviserId adviser) {

        Wish(Town.Place place, ReasonId reason, String start) {
            this(place, reason, start, null);
        }

        Wish at(String other) {
            return new Wish(place, reason, other, adviser);
        }

        Map<String, String> members() {
            var members = new LinkedHashMap<String, String>();
            members.put("branchId", place.branch().toString());
            members.put("reasonId", reason.toString());
            members.put("start", Town.at(start).toString());
            if (adviser != null) {
                members.put("adviserId", adviser.toString());
            }
            return members;
        }
    }

    Answer hold(As who, Wish wish, String... headers) {
        return api.post(who, "/api/holds", json(wish.members()), headers);
    }

    Answer book(As who, Wish wish, String... headers) {
        return api.post(who, "/api/appointments", json(wish.members()), headers);
    }

    Answer bookHold(As who, String hold, String... headers) {
        return api.post(who, "/api/appointments", json(Map.of("holdId", hold)), headers);
    }

    Answer bookFor(As staff, As customer, Wish wish, String... headers) {
        var members = wish.members();
        members.put("customerId", customer.customer().customer().toString());
        return api.post(staff, "/api/appointments", json(members), headers);
    }

    /** To the start and adviser of the wish; the visit as the caller saw it last. Staff say why. */
    Answer move(As who, Answer visit, Wish wish, String... headers) {
        var members = wish.members();
        members.remove("branchId");
        members.remove("reasonId");
        if (who.actor() instanceof StaffActor) {
            members.put("reason", "Formation de la conseillère");
        }
        return change(who, visit, "move", json(members), headers);
    }

    Answer cancel(As who, Answer visit, @Nullable String why, String... headers) {
        return change(who, visit, "cancel", json(why == null ? Map.of() : Map.of("reason", why)), headers);
    }

    Answer reassign(As staff, Answer visit, AdviserId adviser, String... headers) {
        return change(staff, visit, "reassign", json(Map.of("adviserId", adviser.toString())), headers);
    }

    /** One of check-in, start, finish and no-show. */
    Answer note(As staff, Answer visit, String what, String... headers) {
        return change(staff, visit, what, null, headers);
    }

    Answer join(As who, Answer visit, String... headers) {
        return api.post(who, "/api/waiting-list", json(Map.of("appointmentId", visit.text("id"))), headers);
    }

    /** The customer's only entry on the waiting list. */
    Answer entry(As who) {
        var list = api.get(who, "/api/waiting-list").is(200);
        return new Answer(list.status(), list.body().get(0), list.content(), list.response());
    }

    /** The entry as the caller saw it last. */
    Answer accept(As who, Answer entry, String... headers) {
        return api.post(
                who,
                "/api/waiting-list/" + entry.text("id") + "/accept",
                null,
                with(headers, "If-Match", "\"%s\"".formatted(entry.text("version"))));
    }

    Answer get(As who, Answer visit) {
        return api.get(who, "/api/appointments/" + visit.text("id"));
    }

    Answer history(As who, Answer visit) {
        return api.get(who, "/api/appointments/" + visit.text("id") + "/history")
                .is(200);
    }

    private Answer change(As who, Answer visit, String what, @Nullable String body, String... headers) {
        return api.post(
                who,
                "/api/appointments/" + visit.text("id") + "/" + what,
                body,
                with(headers, "If-Match", visit.etag()));
    }

    private static String[] with(String[] headers, String name, String value) {
        var more = java.util.Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = name;
        more[headers.length + 1] = value;
        return more;
    }

    private static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}

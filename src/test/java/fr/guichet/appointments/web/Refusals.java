package fr.guichet.appointments.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.testing.Visitor;
import java.net.http.HttpResponse;
import org.springframework.boot.test.system.CapturedOutput;

/** What every refusal of a bad request looks like, to its sender and in the log. */
final class Refusals {

    private Refusals() {}

    static void check(HttpResponse<String> answer, String request, CapturedOutput output) {
        assertThat(answer.statusCode()).as(request + " -> " + answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type")).as(request).hasValueSatisfying(type -> assertThat(type)
                .startsWith("application/problem+json"));
        var problem = Visitor.json(answer);
        assertThat(problem.at("/type").asString()).startsWith("/problems/");
        assertThat(problem.at("/detail").asString()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "fr.guichet", "org.", "java.", "jackson");
        assertThat(output.getAll())
                .as(request)
                .doesNotContain("\tat org.apache.c", "\tat fr.guichet", "failed unexpectedly", "let a value through");
    }
}

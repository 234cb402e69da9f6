package fr.guichet.platform.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Over TLS, cookies belong to this host alone, whatever wrote them and whoever sends others. */
class HostCookiesTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/session");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A=1; Path=/api; Secure; HttpOnly; SameSite=Strict | __Host-A=1; Path=/; Secure; HttpOnly; SameSite=Strict",
                "A=; Max-Age=0; Path=/api; Expires=Thu, 1 Jan 1970 00:00:00 GMT | __Host-A=; Path=/; Max-Age=0; Expires=Thu, 1 Jan 1970 00:00:00 GMT; Secure",
                "A=x=y;domain=example.com;path=/;secure | __Host-A=x=y; Path=/; Secure"
            })
    void whatIsWrittenAsAHeaderIsForThisHostAlone(String written, String sent) throws Exception {
        overTls((_, answer) -> answer.addHeader("set-cookie", written));

        assertThat(response.getHeaders(HttpHeaders.SET_COOKIE)).containsExactly(sent);
    }

    @Test
    void soIsWhatIsWrittenAsACookie() throws Exception {
        var cookie = new Cookie("A", "1");
        cookie.setPath("/api");
        cookie.setDomain("example.com");
        cookie.setMaxAge(60);
        cookie.setAttribute("SameSite", "Lax");
        overTls((_, answer) -> answer.addCookie(cookie));

        var sent = response.getCookie("__Host-A");
        assertThat(sent).isNotNull().satisfies(kept -> {
            assertThat(kept.getValue()).isEqualTo("1");
            assertThat(kept.getPath()).isEqualTo("/");
            assertThat(kept.getDomain()).isNull();
            assertThat(kept.getSecure()).isTrue();
            assertThat(kept.getMaxAge()).isEqualTo(60);
            assertThat(kept.getAttribute("SameSite")).isEqualTo("Lax");
        });
    }

    @Test
    void aCookieThatAnotherHostPlantedIsNotSeen() throws Exception {
        request.setCookies(
                new Cookie("GUICHET_SESSION", "planted"),
                new Cookie("__Host-GUICHET_SESSION", "ours"),
                new Cookie("__Host-", "nameless"));

        assertThat(namesAndValues()).containsExactly("GUICHET_SESSION=ours");
    }

    @Test
    void withoutTlsNamesStayPlain() throws Exception {
        request.setCookies(new Cookie("GUICHET_SESSION", "ours"));
        run((asked, answer) -> {
            assertThat(asked.getCookies()).extracting(Cookie::getName).containsExactly("GUICHET_SESSION");
            answer.addHeader("Set-Cookie", "A=1; Path=/api");
        });

        assertThat(response.getHeaders(HttpHeaders.SET_COOKIE)).containsExactly("A=1; Path=/api");
    }

    private Stream<String> namesAndValues() throws ServletException, IOException {
        var seen = new Cookie[1][];
        overTls((asked, _) -> seen[0] = asked.getCookies());
        return Arrays.stream(seen[0]).map(cookie -> cookie.getName() + "=" + cookie.getValue());
    }

    private void overTls(Exchange exchange) throws ServletException, IOException {
        request.setSecure(true);
        run(exchange);
    }

    private void run(Exchange exchange) throws ServletException, IOException {
        new HostCookies()
                .doFilter(
                        request,
                        response,
                        (asked, answer) -> exchange.with((HttpServletRequest) asked, (HttpServletResponse) answer));
    }

    @FunctionalInterface
    private interface Exchange {
        void with(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }
}

package fr.guichet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.RequestOptions;
import fr.guichet.testing.SentMessages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Gives each person of a journey a browser of his own, and closes them at its end. Of a journey that fails, what each one saw and what
 * the console said is kept below {@code target/e2e}.
 */
final class Browsers implements BeforeEachCallback, AfterEachCallback {

    private static final Namespace ALL_JOURNEYS = Namespace.create(Browsers.class);

    private final List<Screen> screens = new ArrayList<>();

    /** Somebody who is not signed in. */
    Screen visitor(Width width) {
        return open(width, Bank.address());
    }

    /** Somebody who signed in before the journey begins. */
    Screen signedIn(Width width, String email) {
        return signedIn(width, email, Bank.address());
    }

    Screen signedIn(Width width, Person customer) {
        return signedIn(width, customer.email());
    }

    Screen signedIn(Width width, String email, String address) {
        var screen = open(width, address);
        signIn(screen.page().context(), email);
        return screen;
    }

    /** The same person's next page in the same browser. */
    Screen anotherTab(Screen first) {
        return screen(first.page().context(), first.width());
    }

    private Screen open(Width width, String address) {
        var context = Chromium.browser().newContext(width.options().setBaseURL(address));
        context.setDefaultTimeout(Chromium.PATIENCE);
        return screen(context, width);
    }

    private Screen screen(BrowserContext context, Width width) {
        var screen = new Screen(context.newPage(), width);
        screens.add(screen);
        return screen;
    }

    private static void signIn(BrowserContext context, String email) {
        context.request().get("/api/session");
        var token = context.cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow();
        post(context, "/api/session", token.value, Map.of("email", email, "password", Bank.PASSWORD));
        var code = SentMessages.takeCode(email).orElseThrow();
        post(context, "/api/session/code", token.value, Map.of("code", code));
    }

    private static void post(BrowserContext context, String path, String token, Map<String, String> body) {
        var answer = context.request()
                .post(
                        path,
                        RequestOptions.create().setHeader("X-XSRF-TOKEN", token).setData(body));
        assertThat(answer.ok()).as("%s with %s", path, body.keySet()).isTrue();
    }

    @Override
    public void beforeEach(ExtensionContext journey) {
        journey.getRoot().getStore(ALL_JOURNEYS).computeIfAbsent(End.class);
    }

    /** When all journeys are over. */
    private static final class End implements AutoCloseable {

        @Override
        public void close() {
            Chromium.close();
            Bank.close();
        }
    }

    @Override
    public void afterEach(ExtensionContext journey) {
        try {
            if (journey.getExecutionException().isPresent()) {
                keep(journey);
            } else {
                screens.forEach(screen -> assertThat(screen.errors())
                        .as("errors of the page's script")
                        .isEmpty());
            }
        } finally {
            screens.forEach(screen -> screen.page().context().close());
        }
    }

    private void keep(ExtensionContext journey) {
        var name = journey.getRequiredTestClass().getSimpleName() + "-"
                + journey.getDisplayName().replaceAll("[^\\p{L}\\p{N}]+", "-");
        for (var i = 0; i < screens.size(); i++) {
            screens.get(i).keep(Path.of("target", "e2e"), name + "-" + (i + 1));
        }
    }
}

package fr.guichet.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine's own Chromium, started once for all journeys. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** How long anything may take, in milliseconds, on a machine that is busy. */
    static final double PATIENCE = 15_000;

    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    private Chromium() {}

    static Browser browser() {
        var running = browser;
        if (running == null) {
            running = launch(executable());
            browser = running;
        }
        return running;
    }

    private static Browser launch(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        var started = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwright = started;
        return started.chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    private static Path executable() {
        var named = System.getProperty("guichet.chromium", "");
        var candidates = named.isBlank() ? onThePath() : Stream.of(Path.of(named));
        return candidates
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The browser journeys need Chromium and found none: install it, or name it with -Dguichet.chromium=/path/to/chromium."));
    }

    private static Stream<Path> onThePath() {
        var folders = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(Objects.requireNonNullElse(System.getenv("PATH"), ""))
                .toList();
        return NAMES.stream().flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)));
    }
}

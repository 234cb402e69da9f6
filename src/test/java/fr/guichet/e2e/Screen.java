package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.guichet.testing.SentMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** What one person sees, found as a person finds it: by what it is and what it is called. */
final class Screen {

    private final Page page;
    private final Width width;
    private final List<String> console = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    Screen(Page page, Width width) {
        this.page = page;
        this.width = width;
        page.onConsoleMessage(message -> console.add(message.type() + ": " + message.text()));
        page.onPageError(errors::add);
        page.onResponse(response -> {
            var told = response.status() + " " + response.request().method() + " " + response.url();
            if (response.status() >= 400) {
                console.add(told);
            }
            if (response.status() == 403) {
                refusals.add(told);
            }
        });
    }

    Page page() {
        return page;
    }

    Width width() {
        return width;
    }

    /** Goes to an address of Guichet. */
    Screen at(String path) {
        page.navigate(path);
        return this;
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(Pattern name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator option(String name) {
        return page.getByRole(
                AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    Locator text(Pattern text) {
        return page.getByText(text);
    }

    Locator menuItem(String name) {
        return page.getByRole(
                AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The box that tells what came of what was done. */
    Locator result(String title) {
        return page.locator("[tabindex='-1']")
                .filter(new Locator.FilterOptions().setHasText(title))
                .last();
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** Types address, password and the code that is then in the mailbox. */
    Screen signIn(String email) {
        field("Adresse e-mail").fill(email);
        field("Mot de passe").fill(Bank.PASSWORD);
        button("Continuer").click();
        assertThat(field("Votre code")).isFocused();
        field("Votre code").fill(SentMessages.takeCode(email).orElseThrow());
        button("Se connecter").click();
        return this;
    }

    /** Waits for the heading of the screen, and takes a good look at it. */
    Screen shows(String title) {
        assertThat(page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(title).setLevel(1)))
                .isVisible();
        return look();
    }

    /** Nothing that keeps somebody out, and nothing that sticks out to the side. */
    Screen look() {
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Chargement")))
                .hasCount(0);
        // "Legacy" needs no second page, which takes longer than axe itself; it would only be there for frames.
        var violations = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
        assertThat(violations)
                .as("what axe finds on %s", page.url())
                .extracting(Screen::told)
                .isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", page.url())
                .isLessThanOrEqualTo(width.width());
        return this;
    }

    private static String told(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + "): "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    /** What the server would not do for whoever asked. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** Keeps a picture of the screen and what the console said. */
    void keep(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".log"), console);
            Files.write(folder.resolve(name + "-errors.log"), errors);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(folder.resolve(name + ".png"))
                    .setFullPage(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

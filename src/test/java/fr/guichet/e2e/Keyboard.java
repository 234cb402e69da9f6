package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** A person without a mouse. What cannot be reached in a hundred steps is out of reach. */
final class Keyboard {

    private static final int PATIENCE = 100;

    private final Screen screen;

    Keyboard(Screen screen) {
        this.screen = screen;
    }

    /** Walks on with Tab until the focus is there. */
    Keyboard reach(Locator target) {
        assertThat(target).isVisible();
        for (var step = 0; step < PATIENCE; step++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return this;
            }
            press("Tab");
        }
        throw new AssertionError("Not within reach of the Tab key: " + target);
    }

    Keyboard press(String key) {
        screen.page().keyboard().press(key);
        return this;
    }

    Keyboard type(String text) {
        screen.page().keyboard().type(text);
        return this;
    }
}

package fr.guichet.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ReducedMotion;

/** The screens that people hold. */
enum Width {
    PHONE(390, 844, 3, true),
    DESKTOP(1440, 900, 1, false),
    /** The narrowest that must do. */
    NARROW(320, 640, 2, true),
    /** A desktop at 200 %. */
    ZOOMED(720, 450, 2, false);

    private final int width;
    private final int height;
    private final int pixels;
    private final boolean touch;

    Width(int width, int height, int pixels, boolean touch) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.touch = touch;
    }

    int width() {
        return width;
    }

    NewContextOptions options() {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setDeviceScaleFactor(pixels)
                .setIsMobile(touch)
                .setHasTouch(touch)
                // What is looked at stands still.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris");
    }
}

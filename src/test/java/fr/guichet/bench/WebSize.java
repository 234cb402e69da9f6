package fr.guichet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** How much JavaScript the first customer screen needs, compressed. */
final class WebSize implements Figure {

    private static final Pattern SIZE = Pattern.compile("web\\.first: ([0-9.]+) kB");

    @Override
    public List<String> names() {
        return List.of("web.first");
    }

    @Override
    public void measure(Stage stage, Report report) throws IOException {
        var process = new ProcessBuilder("node", "web/scripts/size.mjs")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var size = SIZE.matcher(said);
        if (!size.find()) {
            throw new IOException("The size of the web app was not told: " + said);
        }
        report.line(
                "web.first",
                Double.parseDouble(size.group(1)),
                "kB",
                "JavaScript of the home page, gzip; to reach: 200");
    }
}

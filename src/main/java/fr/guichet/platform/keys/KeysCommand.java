package fr.guichet.platform.keys;

import fr.guichet.platform.start.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./guichet keys create|add|promote|rotate --directory=DIR [--purpose=NAME]}: makes and changes files of keys. Needs neither a
 * database nor a running Guichet; one that runs takes note within a second.
 */
public final class KeysCommand {

    private static final String USAGE =
            "keys create|add|promote|rotate --directory=DIR [--purpose=audit|audit-entries|secrets|codes]";

    private KeysCommand() {}

    public static void main(String... arguments) {
        System.exit(run(new Terminal(), arguments));
    }

    /** 0 when it was done, 2 when it could not be. */
    static int run(Terminal terminal, String... arguments) {
        var options = new ArrayList<>(Arrays.asList(arguments));
        var action = options.isEmpty() ? "" : options.removeFirst();
        var directory = "";
        var purposes = List.of(KeyPurpose.values());
        for (var option : options) {
            if (option.startsWith("--directory=")) {
                directory = option.substring(option.indexOf('=') + 1);
            } else if (option.startsWith("--purpose=")) {
                purposes = named(option.substring(option.indexOf('=') + 1));
            } else {
                purposes = List.of();
            }
        }
        if (directory.isBlank() || purposes.isEmpty()) {
            terminal.problem("guichet: " + USAGE);
            return 2;
        }
        try {
            return run(terminal, new KeyDirectory(Path.of(directory)), action, purposes);
        } catch (IOException e) {
            terminal.problem("guichet: The keys in %s could not be written: %s".formatted(directory, e.getMessage()));
            return 2;
        }
    }

    private static int run(Terminal terminal, KeyDirectory directory, String action, List<KeyPurpose> purposes)
            throws IOException {
        if (action.equals("create")) {
            var made = directory.createMissing();
            terminal.line(
                    made.isEmpty()
                            ? "All keys are there already; nothing was changed."
                            : "Made %s in %s. Keep a copy in a safe place: what they close nobody opens without them."
                                    .formatted(
                                            String.join(
                                                    ", ",
                                                    made.stream()
                                                            .map(KeyPurpose::file)
                                                            .toList()),
                                            directory.path()));
            return 0;
        }
        if (!List.of("add", "promote", "rotate").contains(action)) {
            terminal.problem("guichet: " + USAGE);
            return 2;
        }
        for (var purpose : purposes) {
            if (!Files.exists(directory.file(purpose))) {
                terminal.problem("guichet: There is no %s; make the keys with: keys create --directory=%s"
                        .formatted(directory.file(purpose), directory.path()));
                return 2;
            }
        }
        for (var purpose : purposes) {
            if (!action.equals("promote")) {
                directory.add(purpose);
            }
            if (!action.equals("add")) {
                directory.promote(purpose);
            }
            terminal.line("%s: key %d is in use, %d can be read"
                    .formatted(
                            purpose.file(),
                            KeyIds.of(directory.file(purpose)).primary(),
                            KeyIds.of(directory.file(purpose)).all().size()));
        }
        return 0;
    }

    private static List<KeyPurpose> named(String name) {
        return Arrays.stream(KeyPurpose.values())
                .filter(purpose -> purpose.file().equals(name.toLowerCase(Locale.ROOT) + ".json"))
                .toList();
    }
}

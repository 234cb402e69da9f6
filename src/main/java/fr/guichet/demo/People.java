package fr.guichet.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Draws people from the lists of common names in {@code demo/people.yaml}; the same seed draws the same people. */
final class People {

    private final List<String> givenNames;
    private final List<String> familyNames;
    private final RandomGenerator random;

    People(RandomGenerator random) {
        Map<String, List<String>> lists = load();
        this.givenNames = Objects.requireNonNull(lists.get("givenNames"));
        this.familyNames = Objects.requireNonNull(lists.get("familyNames"));
        this.random = random;
    }

    record Person(String givenName, String familyName) {

        String displayName() {
            return givenName + " " + familyName;
        }

        /** An address under a name that is reserved for examples (RFC 2606); the number keeps namesakes apart. */
        String email(int number) {
            return plain(givenName) + "." + plain(familyName) + number + "@example.com";
        }

        private static String plain(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFD)
                    .replaceAll("[^A-Za-z]", "")
                    .toLowerCase(Locale.ROOT);
        }
    }

    Person next() {
        return new Person(pick(givenNames), pick(familyNames));
    }

    private String pick(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private static Map<String, List<String>> load() {
        try (InputStream file = People.class.getResourceAsStream("/demo/people.yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

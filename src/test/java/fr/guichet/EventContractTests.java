package fr.guichet;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of every event, as it lies in {@code src/test/resources/events}: rows written by one version are read by the next. A field may
 * be added; then {@code mvn test -Dtest=EventContractTests -Dcontracts.update=true} writes the new form. Renaming or removing needs
 * a migration of the rows that wait.
 */
class EventContractTests {

    private static final Path FOLDER = Path.of("src/test/resources/events");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Set<Class<?>> PLAIN = Set.of(
            UUID.class,
            String.class,
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            Duration.class,
            int.class,
            long.class,
            boolean.class);

    private static final Set<String> PERSONAL = Set.of(
            "name", "firstname", "lastname", "displayname", "email", "phone", "address", "birthdate", "iban", "note");

    private static final Set<Class<?>> EVENTS = events();

    @Test
    void everyEventIsWrittenAsAgreed() throws IOException {
        var now = new TreeMap<String, String>();
        for (var event : EVENTS) {
            now.put(nameOf(event), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sample(event)) + "\n");
        }
        if (Boolean.getBoolean("contracts.update")) {
            write(now);
        }
        assertThat(agreed())
                .as("after a change that was meant, run with -Dcontracts.update=true")
                .isEqualTo(now);
    }

    @Test
    void everyEventIsReadBackAsItWas() {
        for (var event : EVENTS) {
            var sample = sample(event);
            assertThat((Object) JSON.readValue(JSON.writeValueAsString(sample), event))
                    .isEqualTo(sample);
        }
    }

    @Test
    void eventsCarryPlainValuesAndNothingPersonal() {
        for (var event : EVENTS) {
            for (var component : event.getRecordComponents()) {
                assertThat(PLAIN.contains(component.getType())
                                || component.getType().isEnum())
                        .as("%s of %s is a plain value", component.getName(), event.getName())
                        .isTrue();
                assertThat(PERSONAL)
                        .as("%s of %s may say who somebody is", component.getName(), event.getName())
                        .doesNotContain(component.getName().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static Set<Class<?>> events() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("fr.guichet").stream()
                        .filter(type -> type.getPackageName().matches("fr\\.guichet\\.(?!platform)[a-z]+\\.events"))
                        .filter(JavaClass::isRecord)
                        .map(JavaClass::reflect)
                        .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(Class::getName))));
    }

    private static String nameOf(Class<?> event) {
        return event.getPackageName().replaceAll("^fr\\.guichet\\.|\\.events$", "") + "." + event.getSimpleName()
                + ".json";
    }

    private static Object sample(Class<?> event) {
        var components = event.getRecordComponents();
        try {
            var constructor = event.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            var values = new ArrayList<>();
            for (int i = 0; i < components.length; i++) {
                values.add(value(components[i], i));
            }
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("No sample of " + event, e);
        }
    }

    private static Object value(RecordComponent component, int position) {
        var type = component.getType();
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        var start = Instant.parse("2026-11-23T08:00:00Z");
        return switch (type.getName()) {
            case "java.util.UUID" -> UUID.fromString("018f0000-0000-7000-8000-%012d".formatted(position));
            case "java.lang.String" -> component.getName();
            case "java.time.Instant" -> start.plus(Duration.ofHours(position));
            case "java.time.LocalDate" -> LocalDate.parse("2026-11-23");
            case "java.time.LocalTime" -> LocalTime.parse("09:00");
            case "java.time.Duration" -> Duration.ofMinutes(45);
            case "int" -> 7;
            case "long" -> 7L;
            case "boolean" -> true;
            default -> throw new AssertionError("Events carry no " + type);
        };
    }

    private static Map<String, String> agreed() throws IOException {
        var agreed = new TreeMap<String, String>();
        if (Files.exists(FOLDER)) {
            try (Stream<Path> files = Files.list(FOLDER)) {
                for (var file : files.toList()) {
                    agreed.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return agreed;
    }

    private static void write(Map<String, String> events) throws IOException {
        Files.createDirectories(FOLDER);
        for (var old : agreed().keySet()) {
            Files.delete(FOLDER.resolve(old));
        }
        for (var event : events.entrySet()) {
            Files.writeString(FOLDER.resolve(event.getKey()), event.getValue());
        }
    }
}

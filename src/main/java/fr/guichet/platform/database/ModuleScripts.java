package fr.guichet.platform.database;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The migration scripts of one module, {@code db/migration/<module>/V<version>__<what>.sql}.
 *
 * @param module also the name of its schema
 * @param version the highest there is
 * @param fingerprint of the names and contents of all of them
 */
record ModuleScripts(String module, MigrationVersion version, String fingerprint) {

    static final String ROOT = "db/migration/";

    /** All modules that have scripts, by name. */
    static SortedMap<String, ModuleScripts> all() throws IOException {
        var byModule = new TreeMap<String, List<Resource>>();
        for (var script : new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "*/*.sql")) {
            byModule.computeIfAbsent(moduleOf(script), module -> new ArrayList<>())
                    .add(script);
        }
        var all = new TreeMap<String, ModuleScripts>();
        for (var entry : byModule.entrySet()) {
            all.put(entry.getKey(), of(entry.getKey(), entry.getValue()));
        }
        return all;
    }

    String location() {
        return "classpath:" + ROOT + module;
    }

    private static ModuleScripts of(String module, List<Resource> scripts) throws IOException {
        scripts.sort(Comparator.comparing(ModuleScripts::nameOf));
        var digest = sha256();
        var version = MigrationVersion.EMPTY;
        for (var script : scripts) {
            var name = nameOf(script);
            digest.update((name + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            digest.update(script.getContentAsByteArray());
            var own = MigrationVersion.fromVersion(name.substring(1, name.indexOf("__")));
            version = own.isNewerThan(version) ? own : version;
        }
        return new ModuleScripts(module, version, HexFormat.of().formatHex(digest.digest()));
    }

    private static String nameOf(Resource script) {
        var name = script.getFilename();
        if (name == null || !name.matches("V[0-9.]+__\\w+\\.sql")) {
            throw new IllegalStateException("Not the name of a migration: " + name);
        }
        return name;
    }

    private static String moduleOf(Resource script) throws IOException {
        var path = script.getURL().getPath();
        var start = path.lastIndexOf(ROOT) + ROOT.length();
        return path.substring(start, path.indexOf('/', start));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

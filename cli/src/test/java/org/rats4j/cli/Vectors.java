package org.rats4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.rats4j.core.DecodeOptions;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonString;
import org.rats4j.core.json.JsonValue;

/** The test vectors beside the repository; without them a test is skipped. */
final class Vectors {
  private static final DecodeOptions MANIFEST =
      DecodeOptions.builder().inputBytes(16 << 20).build();

  private Vectors() {}

  static Path folder() {
    String named = System.getProperty("rats4j.vectors", "");
    Path folder = named.isEmpty() ? Path.of("../../shared/vectors") : Path.of("..").resolve(named);
    Assumptions.assumeTrue(Files.isDirectory(folder), "no test vectors in " + folder);
    return folder;
  }

  static List<String> areas() throws Exception {
    try (var folders = Files.list(folder())) {
      return folders.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  static List<JsonObject> entries(String area) throws Exception {
    byte[] json = Files.readAllBytes(folder().resolve(area).resolve("manifest.json"));
    List<JsonObject> entries = new ArrayList<>();
    for (JsonValue entry : ((JsonArray) JsonValue.decode(json, MANIFEST)).items()) {
      entries.add((JsonObject) entry);
    }
    return entries;
  }

  static String text(JsonObject entry, String name) {
    return entry.get(name).orElse(null) instanceof JsonString text ? text.value() : "";
  }
}

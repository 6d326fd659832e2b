package org.rats4j.test.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One object of a manifest. Files that it names lie below the folder of its area. */
public final class VectorEntry extends VectorRow {
  /** The members that every area uses; a check declares what it knows beyond these. */
  public static final Set<String> COMMON_MEMBERS =
      Set.of("file", "kind", "encoding", "expect", "reason", "key", "verifies", "origin", "notes");

  private final Path area;

  VectorEntry(Path area, int position, JsonNode node) {
    super(node.path("file").asText("entry " + position), node);
    this.area = area;
  }

  /** Returns {@code file}. */
  public String file() {
    return requiredText("file");
  }

  /** Returns {@code kind}. */
  public String kind() {
    return requiredText("kind");
  }

  /** Returns {@code encoding}. */
  public String encoding() {
    return requiredText("encoding");
  }

  /** Returns {@code notes}, empty text if it is absent. */
  public String notes() {
    return text("notes").orElse("");
  }

  /** Returns the bytes of {@code file}. */
  public byte[] content() {
    return contentOf(file());
  }

  /** Returns the bytes of {@code file} as UTF-8 text. */
  public String contentText() {
    return new String(content(), StandardCharsets.UTF_8);
  }

  /** Returns the bytes of the file that the member names; empty if the member is absent. */
  public Optional<byte[]> contentNamedBy(String member) {
    return text(member).map(this::contentOf);
  }

  /** Returns the bytes of a file of this area, such as an element of {@code texts("keys")}. */
  public byte[] contentOf(String file) {
    Path path = area.resolve(file).normalize();
    if (!path.startsWith(area)) {
      throw new AssertionError("file is outside its area: " + file);
    }
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException("file of the area cannot be read: " + file, e);
    }
  }

  /** Returns the one JSON object in {@code file}. */
  public VectorRow contentObject() {
    return objectOf(file());
  }

  /** Returns the one JSON object in a file of this area, such as a key. */
  public VectorRow objectOf(String file) {
    return new VectorRow(file, VectorJson.read(contentOf(file), file));
  }

  /**
   * Returns the JSON objects of the array in {@code file}.
   *
   * @throws AssertionError if the file holds anything else, or an empty array
   */
  public List<VectorRow> rows() {
    JsonNode array = VectorJson.read(content(), file());
    if (!array.isArray() || array.isEmpty()) {
      throw new AssertionError("not an array with rows: " + file());
    }
    List<VectorRow> rows = new ArrayList<>();
    for (JsonNode row : array) {
      String name = row.path("name").asText(row.path("id").asText("row"));
      rows.add(new VectorRow(name + " [" + rows.size() + "]", row));
    }
    return List.copyOf(rows);
  }

  /**
   * Runs every row of the table in {@code file}, and after the last one fails if any failed.
   *
   * @param known the members that {@code check} knows; any other fails the row
   */
  public void checkRows(Set<String> known, VectorCheck<VectorRow> check) {
    AssertionError failures = null;
    int failed = 0;
    List<VectorRow> rows = rows();
    for (VectorRow row : rows) {
      try {
        row.hasNoOtherMembersThan(known);
        check.check(row);
      } catch (Exception | AssertionError e) {
        failed++;
        AssertionError failure = new AssertionError(row.where() + ": " + e.getMessage(), e);
        if (failures == null) {
          failures = failure;
        } else {
          failures.addSuppressed(failure);
        }
      }
    }
    if (failures != null) {
      StringBuilder names = new StringBuilder();
      names.append(failed).append(" of ").append(rows.size()).append(" rows failed: ");
      names.append(failures.getMessage());
      for (Throwable other : failures.getSuppressed()) {
        names.append("\n  ").append(other.getMessage());
      }
      throw new AssertionError(names.toString(), failures);
    }
  }
}

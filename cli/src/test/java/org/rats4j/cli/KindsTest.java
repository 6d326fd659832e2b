package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rats4j.cli.kind.Kind;
import org.rats4j.cli.kind.Kinds;
import org.rats4j.core.json.JsonObject;

class KindsTest {

  @Test
  void haveOneNameEach() {
    List<String> names = Kinds.ALL.stream().map(Kind::name).toList();

    assertEquals(new HashSet<>(names).size(), names.size(), names.toString());
  }

  @Test
  void coverWhatTheManifestsCallAKind() throws Exception {
    Set<String> unknown = new TreeSet<>();
    for (String area : Vectors.areas()) {
      for (JsonObject entry : Vectors.entries(area)) {
        String kind = Vectors.text(entry, "kind");
        if (Kinds.named(kind).isEmpty()) {
          unknown.add(kind);
        }
      }
    }

    assertEquals(Set.of(), unknown);
  }
}

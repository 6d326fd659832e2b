package org.rats4j.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsPageTest {

  @ParameterizedTest
  @ValueSource(classes = {EarCodes.class, PolicyCodes.class})
  void listsEveryCode(Class<?> codes) throws Exception {
    String page = Files.readString(Path.of("../docs/errors.md"));

    Set<String> absent = new TreeSet<>();
    for (Field constant : codes.getFields()) {
      String code = (String) constant.get(null);
      if (!page.contains("`" + code + "`")) {
        absent.add(code);
      }
    }
    assertEquals(Set.of(), absent);
  }
}

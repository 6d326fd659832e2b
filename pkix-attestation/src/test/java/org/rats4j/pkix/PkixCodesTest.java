package org.rats4j.pkix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PkixCodesTest {

  @Test
  void areAllInTheList() throws Exception {
    String page = Files.readString(Path.of("../docs/errors.md"));
    Set<String> absent = new TreeSet<>();
    for (Field field : PkixCodes.class.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers())) {
        String code = (String) field.get(null);
        if (!page.contains("`" + code + "`") && !code.equals(PkixCodes.POLICY_PREFIX)) {
          absent.add(code);
        }
      }
    }

    assertEquals(Set.of(), absent);
  }
}

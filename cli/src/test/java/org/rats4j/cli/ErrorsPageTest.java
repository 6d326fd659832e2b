package org.rats4j.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rats4j.cmw.CmwLeniencies;
import org.rats4j.core.DecodingException;
import org.rats4j.core.Leniency;
import org.rats4j.core.VerificationException;
import org.rats4j.core.cose.CoseLeniencies;
import org.rats4j.ear.EarLeniencies;
import org.rats4j.eat.EatLeniencies;
import org.rats4j.pkix.EvidenceLeniencies;

class ErrorsPageTest {
  private static Set<String> absent(Stream<String> codes) throws Exception {
    String page = Files.readString(Path.of("../docs/errors.md"));
    return codes
        .filter(code -> !page.contains("| `" + code + "` |"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void listsEveryReason() throws Exception {
    Stream<String> reasons =
        Stream.of(DecodingException.Reason.values(), VerificationException.Reason.values())
            .flatMap(Arrays::stream)
            .map(Object::toString);

    assertEquals(Set.of(), absent(reasons));
  }

  @Test
  void listsEveryLeniency() throws Exception {
    Stream<String> leniencies =
        Stream.of(
                CoseLeniencies.LENIENT,
                CmwLeniencies.LENIENT,
                EatLeniencies.LENIENT,
                EarLeniencies.LENIENT,
                EvidenceLeniencies.LENIENT)
            .flatMap(Set::stream)
            .map(Leniency::code);

    assertEquals(Set.of(), absent(leniencies));
  }
}

package org.rats4j.cli.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages lead to what exists: other pages, headings, classes, tests. */
class PagesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK =
      Pattern.compile("]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern TYPE = Pattern.compile("(?:[a-z0-9]+\\.)*([A-Z]\\w+)(?:\\.\\w+)*");

  @Test
  void eachLinkLeadsToAFileAndAHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : reachable()) {
      for (MatchResult link : links(page)) {
        Path target = target(page, link);
        boolean exists = Files.exists(target);
        if (!exists || (link.group(2) != null && !headings(target).contains(link.group(2)))) {
          broken.add(ROOT.relativize(page) + ": " + link.group());
        }
      }
    }

    assertEquals(List.of(), broken);
  }

  @Test
  void eachPageCanBeReachedFromTheFirst() throws IOException {
    Set<Path> pages = new TreeSet<>();
    for (String folder : List.of("", "docs", "docs/guide", "docs/adr", "examples")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        files.filter(PagesTest::isPage).forEach(pages::add);
      }
    }

    pages.removeAll(reachable());

    assertEquals(Set.of(), pages);
  }

  @Test
  void eachClassAndTestThatTheSpecificationsNameExists() throws IOException {
    Set<String> sources = sources();
    Set<String> unknown = new TreeSet<>();
    for (String row : Files.readAllLines(ROOT.resolve("docs/specs.md"))) {
      String[] cells = row.split("\\|");
      if (cells.length > 4) {
        for (MatchResult code : CODE.matcher(cells[2] + cells[3]).results().toList()) {
          TYPE.matcher(code.group(1))
              .results()
              .filter(type -> !sources.contains(type.group(1)))
              .forEach(type -> unknown.add(type.group()));
        }
      }
    }

    assertEquals(Set.of(), unknown);
  }

  @ParameterizedTest
  @CsvSource({"expat-tls, org.rats4j.expat", "eat, org.rats4j.eat"})
  void theTableOfALargePackageNamesEachClassOnce(String module, String name) throws IOException {
    String page = Files.readString(ROOT.resolve("docs/architecture.md"));
    String section = page.split("## Reading `" + name + "`\\R", 2)[1].split("\\R## ", 2)[0];
    String table =
        section.lines().filter(line -> line.startsWith("|")).collect(Collectors.joining("\n"));
    Path folder = ROOT.resolve(module).resolve("src/main/java").resolve(name.replace('.', '/'));

    try (Stream<Path> files = Files.list(folder)) {
      List<String> classes =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.matches("[A-Z].*\\.java"))
              .map(file -> file.replace(".java", ""))
              .sorted()
              .toList();

      assertEquals(
          classes, CODE.matcher(table).results().map(code -> code.group(1)).sorted().toList());
    }
  }

  @Test
  void theFirstPageStaysShort() throws IOException {
    assertTrue(Files.readAllLines(ROOT.resolve("README.md")).size() <= 150);
  }

  /** The names of all source files of the modules. */
  private static Set<String> sources() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path folder : modules.map(it -> it.resolve("src")).filter(Files::isDirectory).toList()) {
        try (Stream<Path> files = Files.walk(folder)) {
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .forEach(name -> names.add(name.replace(".java", "")));
        }
      }
    }
    return names;
  }

  private static Set<Path> reachable() throws IOException {
    Set<Path> seen = new TreeSet<>();
    Deque<Path> next = new ArrayDeque<>(List.of(ROOT.resolve("README.md")));
    while (!next.isEmpty()) {
      Path page = next.remove();
      if (seen.add(page)) {
        for (MatchResult link : links(page)) {
          Path target = target(page, link);
          if (isPage(target)) {
            next.add(target);
          }
        }
      }
    }
    return seen;
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md") && Files.exists(file);
  }

  private static List<MatchResult> links(Path page) throws IOException {
    return LINK.matcher(Files.readString(page)).results().toList();
  }

  private static Path target(Path page, MatchResult link) {
    return link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
  }

  /** As GitHub makes them: lower case, hyphens for spaces, no other signs. */
  private static Set<String> headings(Path page) {
    try {
      return Files.readAllLines(page).stream()
          .filter(line -> line.startsWith("#"))
          .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
          .map(line -> line.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

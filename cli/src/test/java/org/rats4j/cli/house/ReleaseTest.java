package org.rats4j.cli.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a release would be wrong without. */
class ReleaseTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+)</module>");
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>rats4j-parent</artifactId>\\s*<version>([^<]+)<");
  private static final Pattern ENTRY = Pattern.compile("\\n {8}<artifactId>rats4j-([a-z-]+)<");

  @Test
  void bomHasEachModuleThatIsPublished() throws IOException {
    TreeSet<String> published = names(MODULE, ROOT.resolve("pom.xml"));
    published.remove("bom");
    for (String folder : names(MODULE, ROOT.resolve("pom.xml"))) {
      String pom = Files.readString(ROOT.resolve(folder).resolve("pom.xml"));
      if (pom.contains("<maven.deploy.skip>true</maven.deploy.skip>")) {
        published.remove(folder);
      }
    }

    assertEquals(published, names(ENTRY, ROOT.resolve("bom/pom.xml")));
  }

  @Test
  void bomHasEachLibrary() throws IOException {
    TreeSet<String> libraries =
        Library.ALL.stream().map(Library::folder).collect(Collectors.toCollection(TreeSet::new));
    libraries.add("cli");

    assertEquals(libraries, names(ENTRY, ROOT.resolve("bom/pom.xml")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "bom/pom.xml",
        "consumers/pom.xml",
        "cli/src/main/java/org/rats4j/cli/Rats.java"
      })
  void eachFileThatNamesTheVersionNamesThatOfTheBuild(String file) throws IOException {
    Matcher version = VERSION.matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertTrue(version.find());

    String text = Files.readString(ROOT.resolve(file));

    assertTrue(text.contains(version.group(1)), file + " has not " + version.group(1));
  }

  private static TreeSet<String> names(Pattern pattern, Path file) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult name) -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

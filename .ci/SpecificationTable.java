import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the overview page of the javadoc site: the tables of docs/specs.md, with links to the packages and classes.
 *
 * <p>Arguments: the page, docs/specs.md and the source folders of the modules.
 */
final class SpecificationTable {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern PACKAGE = Pattern.compile("`(org\\.rats4j\\.[a-z0-9.]+|\\.[a-z0-9]+)`");
  private static final Pattern NAME = Pattern.compile("[a-z0-9.]*[A-Z]\\w*(\\.[A-Z]\\w*)*");

  private final List<Path> sources;
  private final List<Path> classes;
  private final StringBuilder page = new StringBuilder();
  private List<String> packages = List.of();
  private boolean inTable;

  private SpecificationTable(List<Path> sources) {
    this.sources = sources;
    classes = sources.stream().flatMap(SpecificationTable::classes).toList();
  }

  public static void main(String[] args) throws Exception {
    List<Path> sources = Stream.of(args).skip(2).map(Path::of).toList();
    String page = new SpecificationTable(sources).of(Files.readAllLines(Path.of(args[1])));
    Files.writeString(Path.of(args[0]), page);
  }

  private static Stream<Path> classes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).map(folder::relativize).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String of(List<String> lines) {
    page.append("<!DOCTYPE html><html lang=\"en\"><head><title>rats4j</title></head><body>\n");
    page.append("<h1>rats4j</h1><p>A Java SDK for IETF RATS remote attestation. The <a href=\"#all-modules-table\">modules</a> are at"
        + " the end of this page; what comes first is where each section of each specification is done.</p>\n");
    contents(lines);
    for (String line : lines) {
      if (line.startsWith("## ")) {
        endTable();
        heading(line.substring(3));
      } else if (line.startsWith("| ") && !packages.isEmpty()) {
        row(line);
      } else if (!line.startsWith("|---")) {
        endTable();
      }
    }
    endTable();
    return page.append("</body></html>").toString();
  }

  private void contents(List<String> lines) {
    page.append("<ul>\n");
    lines.stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)).forEach(text -> page
        .append("<li><a href=\"#" + anchor(text) + "\">" + escape(text).replaceAll(" \\(`.*`\\)", "") + "</a></li>\n"));
    page.append("</ul>\n");
  }

  private static String anchor(String heading) {
    return heading.replaceAll("[^A-Za-z0-9]+", "-");
  }

  private void heading(String text) {
    packages = packagesOf(text);
    page.append("<h2 id=\"" + anchor(text) + "\">").append(PACKAGE.matcher(escape(text)).replaceAll(this::packageLink)).append("</h2>\n");
  }

  /** The first is named in full; those that begin with a dot are below it. */
  private static List<String> packagesOf(String heading) {
    List<String> found = new ArrayList<>();
    PACKAGE.matcher(heading).results().map(name -> name.group(1))
        .forEach(name -> found.add(name.startsWith(".") ? found.get(0) + name : name));
    return found;
  }

  private String packageLink(MatchResult name) {
    String found = name.group(1).startsWith(".") ? packages.get(0) + name.group(1) : name.group(1);
    Path folder = Path.of(found.replace('.', '/'));
    String module = moduleWith(folder.resolve("package-info.java"))
        .orElseThrow(() -> new IllegalStateException("no package " + found));
    return link(module + "/" + slashes(folder) + "/package-summary.html", found);
  }

  /** Without the column of tests, which are not in the javadoc. */
  private void row(String line) {
    String[] cells = line.split(" *\\| *", -1);
    String cell = inTable ? "td" : "th";
    if (!inTable) {
      page.append("<table class=\"striped\" style=\"margin:1em 0\"><caption style=\"display:none\">sections</caption>\n");
      inTable = true;
    }
    page.append("<tr>");
    for (int column : new int[] {1, 2, 4}) {
      String scope = cell.equals("th") ? " scope=\"col\"" : "";
      page.append("<" + cell + scope + " style=\"text-align:left;padding:3px 8px;vertical-align:top\">")
          .append(CODE.matcher(escape(cells[column])).replaceAll(this::code)).append("</" + cell + ">");
    }
    page.append("</tr>\n");
  }

  private void endTable() {
    if (inTable) {
      page.append("</table>\n");
      inTable = false;
    }
  }

  private String code(MatchResult code) {
    String text = code.group(1);
    Matcher name = NAME.matcher(text);
    Optional<String> page = name.lookingAt() ? pageOf(name.group()) : Optional.empty();
    return Matcher.quoteReplacement(page.map(found -> link(found, text)).orElse("<code>" + text + "</code>"));
  }

  /** Returns the page of a public class, rather of this section's packages than of others. */
  private Optional<String> pageOf(String name) {
    Path end = Path.of(name.replaceFirst("^([a-z0-9.]*[A-Z]\\w*).*", "$1").replace('.', '/') + ".java");
    List<Path> found = classes.stream().filter(file -> file.endsWith(end) && isPublic(file)).toList();
    Path here = Path.of(packages.get(0).replace('.', '/'));
    return found.stream().filter(file -> file.startsWith(here)).findFirst()
        .or(() -> found.stream().filter(file -> found.size() == 1).findFirst())
        .map(file -> moduleWith(file).orElseThrow() + "/" + slashes(file).replaceFirst("java$", "html"));
  }

  private boolean isPublic(Path file) {
    String type = file.getFileName().toString().replace(".java", "");
    Pattern declaration = Pattern.compile("(?m)^public .*(class|interface|record|enum) " + type + "\\b");
    return sources.stream().map(folder -> folder.resolve(file)).filter(Files::exists)
        .anyMatch(found -> declaration.matcher(read(found)).find());
  }

  /** Returns the name of the module that has {@code file}. */
  private Optional<String> moduleWith(Path file) {
    return sources.stream().filter(folder -> Files.exists(folder.resolve(file)))
        .map(folder -> read(folder.resolve("module-info.java")))
        .map(text -> text.replaceFirst("(?s).*\\nmodule ([a-z0-9.]+) .*", "$1")).findFirst();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String link(String href, String text) {
    return "<a href=\"" + href + "\"><code>" + text + "</code></a>";
  }

  private static String slashes(Path path) {
    return Stream.iterate(0, i -> i < path.getNameCount(), i -> i + 1).map(i -> path.getName(i).toString())
        .collect(Collectors.joining("/"));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

package org.rats4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java in Markdown documents. A block is a region of an example, named above it, and equal to
 * it line by line:
 *
 * <pre>
 * &lt;!-- snippet: AttesterExample.java#attest --&gt;
 * ```java
 * </pre>
 *
 * <p>or it has no name, and its lines stand one after the other in some code that the build
 * compiles, whatever their indentation. In an example, a region begins with {@code // snippet:
 * attest} and ends with {@code // end}.
 */
final class DocumentedCode {
  private static final Pattern NAME = Pattern.compile("<!-- snippet: (\\S+) -->");
  private static final String REGION = "// snippet: ";
  private static final String END = "// end";

  private final Map<String, List<String>> regions = new TreeMap<>();
  private final List<List<String>> compiled = new ArrayList<>();
  private final Set<String> shown = new TreeSet<>();

  /** Reads the Java below {@code examples}, and that below {@code compiled}. */
  DocumentedCode(Path examples, List<Path> compiled) throws IOException {
    for (Path file : javaBelow(examples)) {
      addRegions(file.getFileName().toString(), Files.readAllLines(file));
    }
    for (Path folder : compiled) {
      for (Path file : javaBelow(folder)) {
        this.compiled.add(stripped(Files.readAllLines(file)));
      }
    }
  }

  private static List<Path> javaBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private void addRegions(String file, List<String> lines) {
    int start = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith(REGION)) {
        start = i;
      } else if (line.equals(END) && start >= 0) {
        String name = file + "#" + lines.get(start).strip().substring(REGION.length());
        regions.put(name, outdented(lines.subList(start + 1, i)));
        start = -1;
      }
    }
  }

  private static List<String> outdented(List<String> lines) {
    return String.join("\n", lines).stripTrailing().stripIndent().lines().toList();
  }

  private static List<String> stripped(List<String> lines) {
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** Returns what is wrong with the Java in {@code document}, each with file and line. */
  List<String> faults(Path document) throws IOException {
    List<String> faults = new ArrayList<>();
    List<String> lines = Files.readAllLines(document);
    for (Block block : blocks(lines)) {
      String at = document + ":" + (block.start() + 1) + ": ";
      List<String> code = lines.subList(block.start(), block.end());
      List<String> region = regions.get(block.name());
      if (block.name().isEmpty()) {
        List<String> searched = stripped(code);
        if (compiled.stream().noneMatch(file -> Collections.indexOfSubList(file, searched) >= 0)) {
          faults.add(at + "no code that is compiled has this block:\n" + String.join("\n", code));
        }
      } else if (region == null) {
        faults.add(at + "there is no snippet " + block.name());
      } else {
        shown.add(block.name());
        difference(code, region).ifPresent(found -> faults.add(at + block.name() + found));
      }
    }
    return faults;
  }

  private static Optional<String> difference(List<String> code, List<String> region) {
    for (int i = 0; i < Math.max(code.size(), region.size()); i++) {
      String here = i < code.size() ? code.get(i) : "(end)";
      String there = i < region.size() ? region.get(i) : "(end)";
      if (!here.equals(there)) {
        return Optional.of(
            " differs, in line %d of the block:\n- %s\n+ %s".formatted(i + 1, here, there));
      }
    }
    return Optional.empty();
  }

  /** Writes the regions into the blocks of {@code document} that name them. */
  void write(Path document) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(document));
    List<Block> blocks = new ArrayList<>(blocks(lines));
    Collections.reverse(blocks); // so that the numbers of the lines above stay right
    for (Block block : blocks) {
      List<String> region = regions.get(block.name());
      if (region != null) {
        List<String> code = lines.subList(block.start(), block.end());
        code.clear();
        code.addAll(region);
      }
    }
    Files.write(document, lines);
  }

  /** Returns the regions of the examples that no document has shown yet. */
  Set<String> notShown() {
    Set<String> rest = new TreeSet<>(regions.keySet());
    rest.removeAll(shown);
    return rest;
  }

  /** The lines of code from start to before end; the name is empty if there is none. */
  private record Block(String name, int start, int end) {}

  private static List<Block> blocks(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith("```java")) {
        int end = i + 1;
        while (!lines.get(end).strip().equals("```")) {
          end++;
        }
        Matcher name = NAME.matcher(i > 0 ? lines.get(i - 1) : "");
        blocks.add(new Block(name.matches() ? name.group(1) : "", i + 1, end));
        i = end;
      }
    }
    return blocks;
  }
}

package org.rats4j.core.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the guide says of providers: its table has a row for each algorithm. */
final class ProviderTable {
  private static final Path PAGE = Path.of("../docs/guide/providers.md");
  private static final String FROM = "from ";

  private final List<String> columns = new ArrayList<>();
  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  private ProviderTable() {}

  static ProviderTable ofGuide() {
    ProviderTable table = new ProviderTable();
    try {
      Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| ")).forEach(table::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void add(String line) {
    List<String> cells = Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    if (columns.isEmpty()) {
      columns.addAll(cells);
    } else {
      rows.put(cells.get(0), cells);
    }
  }

  /** Returns the algorithms, as the rows name them. */
  List<String> algorithms() {
    return List.copyOf(rows.keySet());
  }

  /** Returns whether {@code provider} does {@code algorithm} on this runtime. */
  boolean has(TestProvider provider, String algorithm) {
    String cell = rows.get(algorithm).get(columns.indexOf(provider.toString()));
    if (cell.startsWith(FROM)) {
      return Runtime.version().feature() >= Integer.parseInt(cell.substring(FROM.length()))
          || isInstalled(algorithm);
    }
    return switch (cell) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalStateException("no answer: " + cell);
    };
  }

  /** An update of an older release may have taken over what came with a newer one. */
  private static boolean isInstalled(String algorithm) {
    return Arrays.stream(Security.getProviders())
        .anyMatch(
            provider ->
                provider.getService("Signature", algorithm) != null
                    || provider.getService("MessageDigest", algorithm) != null);
  }
}

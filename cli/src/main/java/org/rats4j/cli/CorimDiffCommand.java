package org.rats4j.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.view.TerminalText;
import org.rats4j.core.json.JsonArray;
import org.rats4j.core.json.JsonObject;
import org.rats4j.core.json.JsonValue;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimOptions;
import org.rats4j.corim.template.CorimTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rats corim diff}: says in what two CoRIMs differ. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    header = "Say in what two CoRIMs differ, by the names of the template.",
    description = {
      "Compares what the files say and not how they are encoded. Exit code 4 means that they"
          + " differ."
    },
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {"  rats corim diff old.cbor new.cbor", "", ExitCode.HELP})
final class CorimDiffCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--lenient", description = "Accept the documented deviations.")
  private boolean lenient;

  @Parameters(index = "0", paramLabel = "OLD", description = "A CoRIM in CBOR, or a template.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "A CoRIM in CBOR, or a template.")
  private String after = "";

  CorimDiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String file = before;
    try {
      Map<String, String> old = leaves(file);
      file = after;
      Map<String, String> now = leaves(file);
      Set<String> paths = new LinkedHashSet<>(old.keySet());
      paths.addAll(now.keySet());
      int exit = ExitCode.OK;
      for (String path : paths) {
        String was = old.get(path);
        String is = now.get(path);
        if (was == null || !was.equals(is)) {
          exit = ExitCode.REJECTED;
          print("- ", path, was);
          print("+ ", path, is);
        }
      }
      return exit;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return console.fail(file, e).exit();
    }
  }

  private void print(String mark, String path, @Nullable String value) {
    if (value != null) {
      console.line(mark + TerminalText.safe(path) + ": " + TerminalText.safe(value));
    }
  }

  private Map<String, String> leaves(String file) throws Exception {
    Corim corim = CorimFiles.corim(file, lenient, CorimFiles.findings(lenient), console);
    byte[] template = CorimTemplate.of(corim).encode().toByteArray();
    Map<String, String> leaves = new LinkedHashMap<>();
    collect("", JsonValue.decode(template, CorimOptions.STRICT), leaves);
    return leaves;
  }

  private static void collect(String path, JsonValue value, Map<String, String> leaves) {
    if (value instanceof JsonObject object && !object.members().isEmpty()) {
      object.members().forEach((name, member) -> collect(join(path, name), member, leaves));
    } else if (value instanceof JsonArray array && !array.items().isEmpty()) {
      for (int i = 0; i < array.items().size(); i++) {
        collect(join(path, Integer.toString(i)), array.items().get(i), leaves);
      }
    } else {
      leaves.put(path, value.encode().toUtf8());
    }
  }

  private static String join(String path, String step) {
    return path.isEmpty() ? step : path + "/" + step;
  }
}

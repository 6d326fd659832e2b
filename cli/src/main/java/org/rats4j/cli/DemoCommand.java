package org.rats4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.demo.Demo;
import org.rats4j.cli.demo.Reference;
import org.rats4j.cli.demo.RelyingParty;
import org.rats4j.cli.demo.Software;
import org.rats4j.cli.demo.Watcher;
import org.rats4j.cli.view.JsonLine;
import org.rats4j.cli.view.TerminalText;
import org.rats4j.core.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rats demo}: attester, verifier and relying party at work. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    header = "Attest this very program: measure it, appraise it, accept or reject it.",
    description = {
      "A software attester measures the files that it really runs from and signs an EAT. An endorser"
          + " signs a CoRIM of what the build recorded. A verifier appraises the one by the other and"
          + " issues a signed EAR. A relying party verifies that and decides. They exchange nothing"
          + " but bytes; their keys are made for this run. JVM, kernel and boot id are reported, not"
          + " compared.",
      "With --tamper the attester runs in a process of its own from a copy of its files, one of"
          + " which was changed: the relying party rejects it."
    },
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {
      "  rats demo",
      "  rats demo --tamper",
      "  rats demo --keep messages && rats inspect messages/*",
      "",
      "The exit code is 0 after ACCEPT and 4 after REJECT, which is how --tamper ends.",
      "",
      ExitCode.HELP
    })
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--tamper", description = "Change one file of the attester before it runs.")
  private boolean tamper;

  @Option(names = "--json", description = "Print one JSON object per step, and one at the end.")
  private boolean json;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Write every message and public key to a file in this folder.")
  private @Nullable Path keep;

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      description = "What the files should be; by default what the build recorded.")
  private @Nullable String reference;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String file = reference == null ? recorded() : reference;
    try {
      if (!Files.exists(Path.of(file))) {
        throw new UsageException(
            "no record of a build in " + file + ": start it as ./rats demo, or name --reference");
      }
      if (keep != null) {
        Files.createDirectories(keep);
      }
      Demo demo =
          new Demo(
              Software.running(),
              Reference.decode(InputFiles.read(file, console)),
              Main.class.getName(),
              console.clock(),
              new Steps());
      RelyingParty.Decision decision = tamper ? demo.runTampered() : demo.run();
      show(decision);
      return decision.accepted() ? ExitCode.OK : ExitCode.REJECTED;
    } catch (Exception e) {
      return console.fail("demo", e).exit();
    }
  }

  /** The launcher says where the build is. */
  private static String recorded() {
    return Path.of(System.getProperty("rats4j.runtime", "cli/target/runtime"), "reference.json")
        .toString();
  }

  private void show(RelyingParty.Decision decision) {
    String word = decision.accepted() ? "ACCEPT" : "REJECT";
    if (json) {
      console.line(new JsonLine().put("decision", word).putTexts("reasons", decision.reasons()));
      return;
    }
    console.line(decision.accepted() ? console.palette().good(word) : console.palette().bad(word));
    decision.reasons().forEach(reason -> console.line("  " + TerminalText.safe(reason)));
    if (keep != null) {
      console.line("");
      console.line("The messages are in " + TerminalText.safe(keep.toString()) + "; look at them:");
      console.line("  rats inspect " + TerminalText.safe(keep.resolve("evidence.cmw").toString()));
    }
  }

  private final class Steps implements Watcher {
    private int count;

    @Override
    public void step(String role, String text) {
      count++;
      if (json) {
        console.line(new JsonLine().put("step", count).put("role", role).put("text", text));
      } else {
        String who = console.palette().name(String.format(Locale.ROOT, "%-13s", role));
        console.line(
            String.format(Locale.ROOT, "%2d  ", count) + who + "  " + TerminalText.safe(text));
      }
    }

    @Override
    public void message(String name, Bytes message) throws IOException {
      if (keep != null) {
        Files.write(keep.resolve(name), message.toByteArray());
      }
    }
  }
}

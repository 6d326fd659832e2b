package org.rats4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.demo.Decision;
import org.rats4j.cli.demo.Demo;
import org.rats4j.cli.demo.Reference;
import org.rats4j.cli.demo.Scenario;
import org.rats4j.cli.demo.SoftHsm;
import org.rats4j.cli.demo.Software;
import org.rats4j.cli.report.RunPage;
import org.rats4j.cli.view.JsonLine;
import org.rats4j.cli.view.TerminalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rats demo}: attester, verifier and relying party at work. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    header = "Attest this very program: measure it, appraise it, accept or reject it.",
    description = {
      "An attester in a process of its own measures the files that it really runs from. A relying"
          + " party connects to it over TLS 1.3 and asks: the answer is an exported authenticator"
          + " (RFC 9261) with evidence, bound to this connection and to the key in that process. A"
          + " verifier appraises it by a signed CoRIM of what the build recorded and issues a signed"
          + " EAR. Only if the relying party accepts that, a secret is sent. JVM, kernel and boot id"
          + " are reported, not compared.",
      "Where SoftHSM2 is installed the key of the authenticator is in a token of it, and the token"
          + " attests that the key cannot leave. Nothing is ever installed.",
      "With --tamper the attester runs from a copy of its files, one of which was changed: the"
          + " relying party rejects it. With --relay an attacker with a valid certificate shows what"
          + " an attester that is in order made on another connection: the relying party refuses"
          + " the connection."
    },
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {
      "  rats demo",
      "  rats demo --tamper",
      "  rats demo --relay",
      "  rats demo --model passport --attester both",
      "  rats demo --relay --html run.html",
      "  rats demo --keep messages && rats inspect messages/*",
      "",
      "The exit code is 0 after ACCEPT and 4 after REJECT, which is how --tamper and --relay end.",
      "",
      ExitCode.HELP
    })
final class DemoCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--tamper", description = "Change one file of the attester before it runs.")
  private boolean tamper;

  @Option(
      names = "--relay",
      description =
          "Attack: somebody in the middle shows evidence that the attester made on another"
              + " connection. The relying party refuses the connection: exit code 4.")
  private boolean relay;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "Who asks the verifier, of ${COMPLETION-CANDIDATES}: the relying party, which is the"
              + " default, or the attester itself.")
  private DemoModel model = DemoModel.BACKGROUND_CHECK;

  @Option(
      names = "--attester",
      paramLabel = "SIDE",
      description =
          "Who attests: ${COMPLETION-CANDIDATES}; the server by default. Of both, the client is this"
              + " process, and shows its own files.")
  private Scenario.Side attester = Scenario.Side.SERVER;

  @Option(
      names = "--hsm",
      negatable = true,
      description =
          "Have the key of the attester in a token of SoftHSM2, which attests that it cannot leave;"
              + " by default if SoftHSM2 is installed.")
  private @Nullable Boolean hsm;

  @Option(names = "--json", description = "Print one JSON object per step, and one at the end.")
  private boolean json;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "Write every message and public key to a file in this folder.")
  private @Nullable Path keep;

  @Mixin private HtmlOption html = new HtmlOption();

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
      Scenario scenario = scenario();
      DemoRecorder recorder = new DemoRecorder(scenario);
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
              hsm(),
              console.clock(),
              new DemoSteps(console, json, Optional.ofNullable(keep), recorder));
      Decision decision = demo.run(scenario);
      show(decision);
      return html.write(
          () -> RunPage.of(recorder.report(decision)),
          decision.accepted() ? ExitCode.OK : ExitCode.REJECTED,
          console);
    } catch (Exception e) {
      return console.fail("demo", e).exit();
    }
  }

  private Scenario scenario() throws UsageException {
    if (tamper && relay) {
      throw new UsageException("one attack at a time: --tamper or --relay");
    }
    Scenario.Attack attack = tamper ? Scenario.Attack.TAMPER : Scenario.Attack.NONE;
    return new Scenario(model.model(), attester, relay ? Scenario.Attack.RELAY : attack);
  }

  private Optional<SoftHsm> hsm() throws UsageException {
    Optional<SoftHsm> found = Boolean.FALSE.equals(hsm) ? Optional.empty() : SoftHsm.find();
    if (Boolean.TRUE.equals(hsm) && found.isEmpty()) {
      throw new UsageException("no SoftHSM2 here: neither its library nor softhsm2-util is found");
    }
    return found;
  }

  /** The launcher says where the build is. */
  private static String recorded() {
    return Path.of(System.getProperty("rats4j.runtime", "cli/target/runtime"), "reference.json")
        .toString();
  }

  private void show(Decision decision) {
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
}

package org.rats4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rats4j.core.Bytes;
import org.rats4j.core.Findings;
import org.rats4j.core.Oid;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.CorimProfileId;
import org.rats4j.corim.template.CorimTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rats corim create}: makes an unsigned CoRIM of templates and tags. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    header = "Make an unsigned CoRIM of a template and of tags.",
    description = {
      "The template is JSON in the dialect of the Veraison tools. Tags are CoMIDs and CoTLs in JSON"
          + " or CBOR, and CoSWIDs in CBOR; they come behind those that the template has. What is"
          + " written was read again by a strict reader, with the rules of its profile."
    },
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {
      "  rats corim create --template corim.json -o out.cbor comid-1.json comid-2.json app.coswid",
      "",
      ExitCode.HELP
    })
final class CorimCreateCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--template",
      required = true,
      paramLabel = "FILE",
      description = "The CoRIM template in JSON.")
  private String template = "";

  @Option(
      names = "--profile",
      paramLabel = "ID",
      description = "The profile, a URI or dotted object identifier, in place of the template's.")
  private @Nullable String profile;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Write to this file; standard output by default.")
  private String output = "-";

  @Option(
      names = "--lenient",
      description =
          "Read templates of the first version of the dialect, and a profile that nobody knows.")
  private boolean lenient;

  @Parameters(paramLabel = "TAG", arity = "0..*", description = "Tags to put into the CoRIM.")
  private List<String> tags = List.of();

  CorimCreateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String file = template;
    try {
      Findings findings = CorimFiles.findings(lenient);
      CorimTemplate read = template(CorimTemplate.decode(InputFiles.read(file, console), findings));
      CorimProfile names = CorimFiles.names(read.profile());
      List<ConciseTag> more = new ArrayList<>();
      for (String tag : tags) {
        file = tag;
        more.add(CorimFiles.tag(tag, names, findings, console));
      }
      file = template;
      Corim corim = build(read.withTags(more));
      Bytes cbor = corim.encode();
      Corim.decode(cbor, CorimFiles.profiles(lenient), findings).check().forEach(findings::add);
      console.refuseBinaryOnTerminal(output);
      InputFiles.write(cbor, output, console);
      findings.toList().forEach(it -> console.remark(it.code() + " at " + it.path()));
      return ExitCode.OK;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return console.fail(file, e).exit();
    }
  }

  private CorimTemplate template(CorimTemplate read) throws UsageException {
    try {
      return profile == null ? read : read.withProfile(id(profile));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static Corim build(CorimTemplate template) throws UsageException {
    try {
      return template.build();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static CorimProfileId id(String text) {
    return text.matches("[0-9.]+") ? CorimProfileId.of(Oid.of(text)) : CorimProfileId.of(text);
  }
}

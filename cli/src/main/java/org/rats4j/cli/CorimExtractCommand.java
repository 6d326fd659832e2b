package org.rats4j.cli;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rats4j.cli.view.TerminalText;
import org.rats4j.core.Bytes;
import org.rats4j.corim.ConciseTag;
import org.rats4j.corim.Corim;
import org.rats4j.corim.CorimProfile;
import org.rats4j.corim.template.ComidTemplate;
import org.rats4j.corim.template.CorimTemplate;
import org.rats4j.corim.template.CotlTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rats corim extract}: writes the tags of a CoRIM into files. */
@Command(
    name = "extract",
    mixinStandardHelpOptions = true,
    header = "Write the tags of a CoRIM into files of their own.",
    description = {
      "The files are named by the position of the tag and by its kind, such as 0.comid.cbor. With"
          + " --to json CoMIDs and CoTLs become templates, and so does the CoRIM itself, without tags:"
          + " corim.json. What is there already is not overwritten."
    },
    footerHeading = "%n@|bold Examples:|@%n",
    footer = {"  rats corim extract --to json --dir tags vendor.corim", "", ExitCode.HELP})
final class CorimExtractCommand implements Callable<Integer> {
  private final Console console;

  /** How CoMIDs are written. */
  enum Form {
    /** As the bytes in the CoRIM. */
    CBOR,
    /** As template. */
    JSON
  }

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "FOLDER",
      description = "The folder for the files, which is made if it is not there.")
  private String folder = "";

  @Option(
      names = "--to",
      paramLabel = "FORM",
      description = "One of: ${COMPLETION-CANDIDATES}; CBOR by default.")
  private Form to = Form.CBOR;

  @Option(names = "--lenient", description = "Accept the documented deviations.")
  private boolean lenient;

  @Parameters(paramLabel = "FILE", description = "The CoRIM; - is standard input.")
  private String file = "-";

  CorimExtractCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      Corim corim = CorimFiles.corim(file, lenient, CorimFiles.findings(lenient), console);
      Path path = Path.of(folder);
      Files.createDirectories(path);
      List<ConciseTag> tags = corim.tags();
      for (int i = 0; i < tags.size(); i++) {
        write(path, i, tags.get(i), CorimFiles.names(corim.profile()));
      }
      if (to == Form.JSON) {
        write(path.resolve("corim.json"), CorimTemplate.of(corim).withoutTags().encode());
      }
      return ExitCode.OK;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return console.fail(file, e).exit();
    }
  }

  private void write(Path path, int position, ConciseTag tag, CorimProfile names) throws Exception {
    Optional<Bytes> template = to == Form.JSON ? template(tag, names) : Optional.empty();
    String name = position + "." + kind(tag) + (template.isPresent() ? ".json" : ".cbor");
    write(path.resolve(name), template.orElse(tag.content()));
  }

  private static Optional<Bytes> template(ConciseTag tag, CorimProfile names) {
    if (tag instanceof ConciseTag.OfComid comid) {
      return Optional.of(ComidTemplate.encode(comid.comid(), names));
    }
    return tag instanceof ConciseTag.OfCotl cotl
        ? Optional.of(CotlTemplate.encode(cotl.cotl()))
        : Optional.empty();
  }

  private void write(Path path, Bytes content) throws Exception {
    try {
      Files.write(path, content.toByteArray(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UsageException("is there already: " + path);
    }
    console.line(TerminalText.safe(path.toString()));
  }

  private static String kind(ConciseTag tag) {
    if (tag.number() == ConciseTag.COMID) {
      return "comid";
    } else if (tag.number() == ConciseTag.COSWID) {
      return "coswid";
    } else if (tag.number() == ConciseTag.COTL) {
      return "cotl";
    }
    return tag.number() == ConciseTag.COTS ? "cots" : "tag-" + Long.toUnsignedString(tag.number());
  }
}

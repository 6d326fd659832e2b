package org.rats4j.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.kind.Content;
import org.rats4j.cli.kind.Kind;
import org.rats4j.cli.kind.Kinds;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options {@code --as} and {@code --profile}. */
final class KindOption {
  @Option(
      names = "--as",
      paramLabel = "KIND",
      completionCandidates = Names.class,
      converter = ByName.class,
      description =
          "Read the files as this instead of looking at their content: ${COMPLETION-CANDIDATES}.")
  private @Nullable Kind kind;

  @Option(
      names = "--profile",
      paramLabel = "ID",
      description =
          "Read messages of this profile, too, beside those that the kind knows; for ear, where the"
              + " names of the claims tell the dialect. May be given several times.")
  private List<String> profiles = List.of();

  /**
   * Returns the kind that was named, or what {@code content} looks like.
   *
   * @throws UsageException if profiles were named and the kind takes no further ones
   */
  Kind of(Content content) throws UsageException {
    Kind found = Optional.ofNullable(kind).orElseGet(() -> Kinds.detect(content));
    if (profiles.isEmpty()) {
      return found;
    }
    return found
        .accepting(profiles)
        .orElseThrow(() -> new UsageException(found.name() + " takes no --profile"));
  }

  /** Returns the kind that was named. */
  Optional<Kind> named() {
    return Optional.ofNullable(kind);
  }

  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Kinds.names().iterator();
    }
  }

  static final class ByName implements ITypeConverter<Kind> {
    @Override
    public Kind convert(String name) {
      return Kinds.named(name)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "unknown kind '" + name + "'; known: " + String.join(", ", Kinds.names())));
    }
  }
}

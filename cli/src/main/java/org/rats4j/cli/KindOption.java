package org.rats4j.cli;

import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rats4j.cli.kind.Content;
import org.rats4j.cli.kind.Kind;
import org.rats4j.cli.kind.Kinds;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --as}. */
final class KindOption {
  @Option(
      names = "--as",
      paramLabel = "KIND",
      completionCandidates = Names.class,
      converter = ByName.class,
      description =
          "Read the files as this instead of looking at their content: ${COMPLETION-CANDIDATES}.")
  private @Nullable Kind kind;

  /** Returns the kind that was named, or what {@code content} looks like. */
  Kind of(Content content) {
    return Optional.ofNullable(kind).orElseGet(() -> Kinds.detect(content));
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

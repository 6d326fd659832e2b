package org.rats4j.cli.kind;

import java.util.Objects;
import org.rats4j.core.Bytes;

/**
 * What a relying party demands of a message, as it was read from a file.
 *
 * @param name the name of the file
 * @param content its content; the kind of the message knows the format
 */
public record PolicyFile(String name, Bytes content) {
  /** Creates a policy. */
  public PolicyFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(content, "content");
  }
}
